import type { RawResource } from "../../../policy-pack/contract/subject";

type Part = Readonly<Record<string, unknown>>;
type Rewriting = (resources: readonly RawResource[]) => readonly RawResource[];

/** Other ways in which people write the same program: AWS takes each of them for the same. */
export const REWRITINGS: Readonly<Record<string, Rewriting>> = {
  "policies as objects, with lists, keys in lower case, and the last statement first": (resources) =>
    resources.map((resource) =>
      withDocuments(resource, (document) => ({
        ...document,
        Statement: statementsOf(document)
          .map((statement) => eachValue(statement, listOf, (key) => (hasName(key) ? key : key.toLowerCase())))
          .reverse(),
      })),
    ),
  "policies as indented text, with single values, no statement's name, and booleans that are none": (
    resources,
  ) =>
    resources.map((resource) =>
      withDocuments(resource, (document) => {
        const statements = statementsOf(document).map((statement) => ({
          ...eachValue(
            statement,
            (value) => withTruth(singleOf(value)),
            (key) => key,
          ),
          Sid: undefined,
        }));
        return JSON.stringify({ ...document, Statement: singleOf(statements) }, undefined, 4);
      }),
    ),
  "all in one component, the last resource first": (resources) => {
    const component = {
      urn: "urn:pulumi:prod::mlplatform::acme:app:Application::application",
      type: "acme:app:Application",
      name: "application",
      options: {},
      props: {},
    };
    const children = resources.map((one) =>
      one.parent === undefined && one.type.startsWith("aws:") ? { ...one, parent: component.urn } : one,
    );
    return [component, ...children.reverse()];
  },
};

/** Names in the keys of conditions, of tags for example, keep their case. */
const hasName = (key: string): boolean => key.includes("/") || key.includes(".amazonaws.com");

const listOf = (value: unknown): unknown => (Array.isArray(value) ? value : [value]);
const singleOf = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);
const withTruth = (value: unknown): unknown => (value === "true" ? true : value === "false" ? false : value);

function statementsOf(document: Part): readonly Part[] {
  return listOf(document.Statement) as readonly Part[];
}

/** A statement with each of its values rewritten, and the keys of its conditions. */
function eachValue(
  statement: Part,
  rewrite: (value: unknown) => unknown,
  renamed: (key: string) => string,
): Part {
  const conditions = (operator: unknown) =>
    mapped(operator as Part, (key, value) => [renamed(key), rewrite(value)]);
  return mapped(statement, (name, value) => {
    if (/^(Not)?(Action|Resource)$/.test(name)) return [name, rewrite(value)];
    if (name === "Principal" && typeof value === "object")
      return [name, mapped(value as Part, (kind, of) => [kind, rewrite(of)])];
    if (name === "Condition")
      return [name, mapped(value as Part, (operator, keys) => [operator, conditions(keys)])];
    return [name, value];
  });
}

const mapped = (part: Part, map: (key: string, value: unknown) => readonly [string, unknown]): Part =>
  Object.fromEntries(Object.entries(part).map(([key, value]) => map(key, value)));

/** A resource with the policies among its inputs rewritten, texts and objects. */
function withDocuments(resource: RawResource, rewrite: (document: Part) => unknown): RawResource {
  const inside = (value: unknown): unknown => {
    const document = documentIn(value);
    if (document !== undefined) return rewrite(document);
    if (Array.isArray(value)) return value.map(inside);
    if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    return mapped(value as Part, (key, own) => [key, inside(own)]);
  };
  return { ...resource, props: inside(resource.props) as Part };
}

function documentIn(value: unknown): Part | undefined {
  const parsed =
    typeof value === "string" && value.includes('"Statement"') ? (JSON.parse(value) as unknown) : value;
  return typeof parsed === "object" && parsed !== null && "Statement" in parsed
    ? (parsed as Part)
    : undefined;
}
