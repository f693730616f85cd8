import { isAnyone } from "../../iam/principal";
import type { Condition, Statement } from "../../iam/statement";
import { someCovers } from "../../iam/covers";

/** Operators that hold for every value but the named ones, and also when the key is absent. */
const NEGATED =
  /^(stringnotequals|stringnotequalsignorecase|stringnotlike|arnnotequals|arnnotlike)(ifexists)?$/i;

/** What a policy has to refuse everyone, whatever other policies allow. */
export interface Refusal {
  readonly action: string;
  /** Whether a resource, as it is written, is all of what is protected. */
  readonly covers: (resource: string) => boolean;
  /** Whether one condition leaves the refusal as wide as it has to be. Each of a statement's has to hold. */
  readonly accepts: (condition: Condition) => boolean;
  /** Whether one condition says for whom, or for what, the refusal is not. Default: it may be for everyone. */
  readonly exempts?: (condition: Condition) => boolean;
}

/** Whether one of the statements is the refusal. */
export function isRefused(statements: readonly Statement[], refusal: Refusal): boolean {
  return statements.some((statement) => refuses(statement, refusal));
}

/** Whether each of some policies, any of which may be the one that is left, holds the refusal. */
export function isRefusedBy(documents: readonly (readonly Statement[])[], refusal: Refusal): boolean {
  return documents.every((statements) => isRefused(statements, refusal));
}

function refuses(statement: Statement, { action, covers, accepts, exempts }: Refusal): boolean {
  return (
    statement.effect === "Deny" &&
    statement.principals.values.some(isAnyone) &&
    someCovers(statement.actions, action) &&
    statement.resources.values.some(({ value }) => covers(value)) &&
    statement.unknownConditions.length === 0 &&
    statement.conditions.every(accepts) &&
    (exempts === undefined || statement.conditions.some(exempts))
  );
}

/** Whether a condition holds for everything but values that are fit, of a key. */
export function isAllBut(
  { operator, key, values }: Condition,
  ofKey: RegExp,
  fits: (value: string) => boolean,
): boolean {
  return (
    NEGATED.test(operator) &&
    ofKey.test(key) &&
    values.values.length + values.unknown.length > 0 &&
    values.values.every(({ value }) => fits(value))
  );
}

/** Whether a condition holds where a key is false, or, for `Null`, where it is there. */
export function isFalseOf({ operator, key, values }: Condition, operators: RegExp, ofKey: RegExp): boolean {
  return (
    operators.test(operator) && ofKey.test(key) && values.values.every(({ value }) => /^false$/i.test(value))
  );
}
