import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** How an output is typed in the SDK, as far as an answer needs to know. */
export type OutputKind = "string" | "number" | "boolean" | "list" | "map" | "object";

/** A resource type as the SDK declares it. */
export interface SdkShape {
  /** Outputs that only the provider decides. */
  readonly outputs: Readonly<Record<string, OutputKind>>;
  /** Inputs that may be left unset and that the provider then decides. */
  readonly optionalOutputs: Readonly<Record<string, OutputKind>>;
  /** All inputs. */
  readonly inputs: ReadonlySet<string>;
  /** Outputs that are secrets in every case, such as a password's result. */
  readonly secretOutputs: readonly string[];
}

const EMPTY: SdkShape = { outputs: {}, optionalOutputs: {}, inputs: new Set(), secretOutputs: [] };
const PACKAGES: Readonly<Record<string, string>> = { aws: "@pulumi/aws", random: "@pulumi/random" };
const resolver = createRequire(__filename);
const shapes = new Map<string, SdkShape>();

/**
 * The shape of a resource type, read from the text of the installed SDK: importing the SDK would take
 * seconds and hundreds of megabytes, reading one of its generated files takes a millisecond.
 * @param type A full token, such as `aws:s3/bucket:Bucket`. An unknown one has the empty shape.
 */
export function sdkShape(type: string): SdkShape {
  const known = shapes.get(type);
  if (known) return known;
  const shape = readShape(type);
  shapes.set(type, shape);
  return shape;
}

function readShape(type: string): SdkShape {
  const [pkg = "", module = ""] = type.split(":");
  const sdk = PACKAGES[pkg];
  if (sdk === undefined || !/^[\w/]+$/.test(module)) return EMPTY;
  const base = join(dirname(resolver.resolve(`${sdk}/package.json`)), module.replace(/^index\//, ""));
  if (!existsSync(`${base}.js`)) return EMPTY;
  return parseShape(readFileSync(`${base}.js`, "utf8"), readFileSync(`${base}.d.ts`, "utf8"));
}

/** The shape that a generated resource file and its declarations describe. */
export function parseShape(script: string, declarations: string): SdkShape {
  const kinds = declaredOutputs(declarations);
  const outputs: Record<string, OutputKind> = {};
  for (const [, name = ""] of script.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)) {
    outputs[name] = kinds.get(name)?.kind ?? "string";
  }
  const inputs = new Set(
    [...script.matchAll(/resourceInputs\["(\w+)"\] = [^\n]*\bargs\?\./g)].map(([, name = ""]) => name),
  );
  const required = new Set([...script.matchAll(/args\?\.(\w+) === undefined/g)].map(([, name = ""]) => name));
  const optionalOutputs: Record<string, OutputKind> = {};
  for (const name of inputs) {
    const declared = kinds.get(name);
    if (declared && !declared.optional && !required.has(name)) optionalOutputs[name] = declared.kind;
  }
  const secrets = /additionalSecretOutputs: \[([^\]]*)\]/.exec(script)?.[1] ?? "";
  return {
    outputs,
    optionalOutputs,
    inputs,
    secretOutputs: [...secrets.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name),
  };
}

function declaredOutputs(declarations: string): Map<string, { kind: OutputKind; optional: boolean }> {
  const found = new Map<string, { kind: OutputKind; optional: boolean }>();
  for (const [, name = "", type = ""] of declarations.matchAll(
    /readonly (\w+): pulumi\.Output<([\s\S]*?)>;\n/g,
  )) {
    const optional = /\|\s*undefined$/.test(type);
    found.set(name, { kind: kindOf(type.replace(/\s*\|\s*undefined$/, "").trim()), optional });
  }
  return found;
}

function kindOf(type: string): OutputKind {
  if (type.endsWith("[]")) return "list";
  if (type.startsWith("{")) return "map";
  if (type === "number" || type === "boolean" || type === "string") return type;
  return type.startsWith("outputs.") ? "object" : "string";
}
