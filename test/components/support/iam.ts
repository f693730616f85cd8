import type { StatementJson } from "./run";

/** What someone asks of AWS: the action, on what, and the keys that conditions look at, in lower case. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

type Values = string | readonly string[];
const list = (values: Values | undefined): readonly string[] =>
  values === undefined ? [] : typeof values === "string" ? [values] : values;

function like(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(value);
}

const OPERATORS: Readonly<Record<string, (expected: string, actual: string) => boolean>> = {
  StringEquals: (expected, actual) => expected === actual,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (expected, actual) => expected === actual,
  NumericLessThan: (expected, actual) => Number(actual) < Number(expected),
};

/** Whether one operator of a condition holds for one key, as IAM evaluates it. */
function holds(operator: string, key: string, expected: Values, request: Request): boolean {
  const actual = request.context[key.toLowerCase()];
  if (operator === "Null") return (actual === undefined) === (list(expected)[0] === "true");
  const ifExists = operator.endsWith("IfExists");
  const bare = operator.replace(/IfExists$/, "").replace(/^ForAnyValue:/, "");
  const negated = bare.includes("Not");
  const test = OPERATORS[bare.replace("Not", "")];
  if (test === undefined) throw new Error(`The tests' evaluator does not know the operator ${operator}.`);
  if (actual === undefined) return ifExists || negated;
  const matches = list(actual).some((value) => list(expected).some((wanted) => test(wanted, value)));
  return negated ? !matches : matches;
}

/** Whether a statement speaks of a request. Whom it speaks of is `principalMatches`'s question. */
export function applies(statement: StatementJson, request: Request): boolean {
  const named = (patterns: Values | undefined) =>
    list(patterns).some((pattern) => like(pattern.toLowerCase(), request.action.toLowerCase()));
  const action = statement.NotAction === undefined ? named(statement.Action) : !named(statement.NotAction);
  const resource = list(statement.Resource).some((pattern) => like(pattern, request.resource));
  const conditions = Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) => holds(operator, key, expected, request)),
  );
  return action && resource && conditions;
}

/** Whether a resource policy's statement speaks of a role: anyone, its account, or the role itself. */
export function principalMatches(statement: StatementJson, roleArn: string): boolean {
  if (statement.Principal === "*") return true;
  const account = roleArn.split(":")[4] ?? "";
  return list(statement.Principal?.["AWS"]).some(
    (principal) => principal === roleArn || principal === `arn:aws:iam::${account}:root`,
  );
}

/** What policies say of a request: denied beats allowed, and what nobody allows is refused. */
export function verdict(
  statements: readonly StatementJson[],
  request: Request,
): "allowed" | "denied" | "not allowed" {
  const speaking = statements.filter((statement) => applies(statement, request));
  if (speaking.some((statement) => statement.Effect === "Deny")) return "denied";
  return speaking.some((statement) => statement.Effect === "Allow") ? "allowed" : "not allowed";
}
