/**
 * IAM policies as plain data: built by small named functions, rendered once. They hold nothing that only AWS
 * could know, so that every document can be judged while a pull request is previewed.
 */
export type ConditionValues = string | readonly string[];
export type Conditions = Readonly<Record<string, Readonly<Record<string, ConditionValues>>>>;

/** Whom a resource policy speaks of. Identity policies have none. */
export type Principal =
  | "*"
  | { readonly AWS: ConditionValues }
  | { readonly Service: ConditionValues }
  | { readonly Federated: ConditionValues };

/** One statement of a policy, in AWS's own words. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Principal;
  readonly Action?: readonly string[];
  /** Everything but these actions: only ever in what denies. */
  readonly NotAction?: readonly string[];
  readonly Resource?: ConditionValues;
  readonly Condition?: Conditions;
}

type Body = Omit<Statement, "Sid" | "Effect">;

/**
 * A statement that allows.
 * @param sid Letters and digits, unique in its document: AWS accepts nothing else in an identity policy.
 */
export function allow(sid: string, body: Body): Statement {
  return { Sid: sid, Effect: "Allow", ...body };
}

/** A statement that denies, whatever else allows. */
export function deny(sid: string, body: Body): Statement {
  return { Sid: sid, Effect: "Deny", ...body };
}

/** Two statements share a Sid, or a document has none: a fault of this program, not of its user. */
export class PolicyError extends Error {}

/**
 * The policy's JSON.
 * @throws PolicyError when there is no statement, or when two share a Sid.
 */
export function renderPolicy(statements: readonly Statement[]): string {
  const sids = statements.map((statement) => statement.Sid);
  const repeated = sids.find((sid, i) => sids.indexOf(sid) !== i);
  if (statements.length === 0) throw new PolicyError("A policy needs at least one statement.");
  if (repeated !== undefined)
    throw new PolicyError(`Two statements of one policy have the Sid "${repeated}".`);
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
