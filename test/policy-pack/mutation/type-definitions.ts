import { readFileSync } from "node:fs";
import path from "node:path";
import type { Path } from "./mutant";

/** What `@pulumi/aws` says of an input in its type definitions. */
export interface InputDefinition {
  readonly optional: boolean;
  /** Its type as it is written there. */
  readonly type: string;
  /** The words in backticks of its documentation: the values that it may have stand among them. */
  readonly quoted: readonly string[];
}

type Definitions = ReadonlyMap<string, InputDefinition>;

const PACKAGE = path.dirname(require.resolve("@pulumi/aws/package.json"));
const INPUT = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?\n\s*(\w+)(\??): ([^;]+);/g;
const QUOTED = /`"?([A-Za-z0-9_.:*-]+)"?`/g;

const remembered = new Map<string, Definitions>();
let nested: string | undefined;

/** The inputs of a resource type, e.g. `aws:s3/bucket:Bucket`. None when the package does not know it. */
export function inputsOf(type: string): Definitions {
  return remember(type, () => {
    const [provider, module = "", name = ""] = type.split(":");
    if (provider !== "aws") return "";
    const source = readFileSync(path.join(PACKAGE, `${module}.d.ts`), "utf8");
    return body(source, `export interface ${name}Args {`, "\n}");
  });
}

/** The definition of what stands at a path. Undefined inside a map, or a text that holds JSON. */
export function definitionOf(type: string, at: Path): InputDefinition | undefined {
  let inputs = inputsOf(type);
  let definition: InputDefinition | undefined;
  for (const step of at.filter((one): one is string => typeof one === "string")) {
    definition = inputs.get(step);
    if (definition === undefined) return undefined;
    inputs = inputsWithin(definition);
  }
  return definition;
}

/** The inputs of the object, or of the objects of the list, that an input takes. */
export function inputsWithin({ type }: InputDefinition): Definitions {
  const [, namespace = "", name = ""] = /inputs\.(\w+)\.(\w+)/.exec(type) ?? [];
  if (name === "") return new Map();
  return remember(`${namespace}.${name}`, () => {
    nested ??= readFileSync(path.join(PACKAGE, "types/input.d.ts"), "utf8");
    const from = nested.indexOf(`export declare namespace ${namespace} {`);
    return body(nested.slice(from), ` interface ${name} {`, "\n    }");
  });
}

function remember(key: string, sourceOf: () => string): Definitions {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const definitions = parsed(sourceOf());
  remembered.set(key, definitions);
  return definitions;
}

function body(source: string, head: string, end: string): string {
  const from = source.indexOf(head);
  return from < 0 ? "" : source.slice(from, source.indexOf(end, from));
}

function parsed(source: string): Definitions {
  return new Map(
    [...source.matchAll(INPUT)].map(([, documentation = "", name = "", mark, type = ""]) => [
      name,
      {
        optional: mark === "?",
        type,
        quoted: [...documentation.matchAll(QUOTED)].map(([, word = ""]) => word),
      },
    ]),
  );
}
