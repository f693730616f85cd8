import { projectFileSchema, stackFileSchema } from "../../config/json-schema";

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

const INTRODUCTION = `# Configuration

Everything that a person may write, generated from the same source that validates it (\`npm run docs\`). A key that is
not listed here is an error. Facts of the company stand once in \`Pulumi.yaml\`, the rest in \`Pulumi.<stack>.yaml\`.
\`<name>\` stands for a name of your choice.

| key | what | shape | default |
|---|---|---|---|
`;

/** The reference of the stack files, as Markdown. */
export function configurationReference(): string {
  const company = (projectFileSchema() as Schema).properties?.["config"]?.properties?.["mlplatform:company"];
  const stack = (stackFileSchema() as Schema).properties?.["config"]?.properties ?? {};
  const rows = [
    ...rowsOf("mlplatform:company", company?.properties?.["value"] ?? {}, true),
    ...Object.entries(stack)
      .filter(([key]) => key !== "mlplatform:company")
      .flatMap(([key, schema]) => rowsOf(key, schema, true)),
  ];
  return `${INTRODUCTION}${rows.join("\n")}\n`;
}

/** One row for a key, and one for each key below it. */
function rowsOf(path: string, schema: Schema, required: boolean): string[] {
  const byDefault = schema.default === undefined ? (required ? "required" : "none") : code(schema.default);
  const row = `| \`${path}\` | ${cell(schema.description ?? "")} | ${cell(shapeOf(schema))} | ${byDefault} |`;
  return [row, ...childrenOf(path, schema)];
}

function childrenOf(path: string, schema: Schema): string[] {
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    rowsOf(`${path}.${key}`, child, schema.required?.includes(key) === true),
  );
  const others = schema.additionalProperties;
  if (typeof others !== "object" || others.properties === undefined) return properties;
  return [...properties, ...childrenOf(`${path}.<name>`, others)];
}

/** The shape in words: the kind of value, and what limits it. */
function shapeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(code).join(", ");
  const kind = Array.isArray(schema.type) ? schema.type.join(" or ") : String(schema.type ?? "value");
  if (kind === "array") return `list of ${shapeOf(schema.items ?? {})}`;
  const limits = [
    ...(schema.pattern === undefined ? [] : [`matching ${code(schema.pattern)}`]),
    ...(schema.minimum === undefined ? [] : [`from ${schema.minimum}`]),
    ...(schema.exclusiveMinimum === undefined ? [] : [`more than ${schema.exclusiveMinimum}`]),
    ...(schema.maximum === undefined || schema.maximum >= Number.MAX_SAFE_INTEGER
      ? []
      : [`to ${schema.maximum}`]),
  ];
  return [kind === "object" ? "map" : kind, ...limits].join(" ");
}

const code = (value: unknown): string => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
