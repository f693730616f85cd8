import type { Condition, Statement } from "../iam/statement";
import type { Guard } from "./job-guardrails";

/** Every call that starts machines says their types. */
const ALWAYS_PRESENT = "sagemaker:InstanceTypes";

/** Operators that demand one of some values; any of them, on a list that a request always has. */
const DEMANDING =
  /^(forallvalues:|foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress)$/;

/**
 * Their opposites, by which a denial catches every other value, and a request that says nothing too:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const REFUSING =
  /^(foranyvalue:)?(stringnotequals|stringnotequalsignorecase|stringnotlike|arnnotequals|arnnotlike|notipaddress)(ifexists)?$/;

/**
 * Whether a statement that allows does so only for requests that the guard accepts. `…IfExists` accepts a request
 * that says nothing, and so guards nothing; so does `ForAllValues`, unless the request always has the key.
 */
export function allowsOnlyGuarded(statement: Statement, guard: Guard): boolean {
  return conditionsOn(statement, guard).some((condition) => demands(condition, guard));
}

function demands({ operator, values }: Condition, guard: Guard): boolean {
  const words = values.values.map(({ value }) => value.toLowerCase());
  if (words.length === 0 || values.unknown.length > 0) return false;
  const name = operator.toLowerCase();
  if (name === "null") return guard.safe === undefined && words.every((word) => word === "false");
  if (name === "bool") return guard.safe !== undefined && words.every((word) => word === guard.safe);
  if (!DEMANDING.test(name)) return false;
  if (name.startsWith("forallvalues:") && guard.label !== ALWAYS_PRESENT) return false;
  return guard.safe === undefined
    ? words.every((word) => !/^[*?]*$/.test(word))
    : words.every((word) => word === guard.safe?.toLowerCase());
}

/**
 * Whether a denial catches every request that the guard does not accept. It must be about the guard alone, because
 * each further condition lets some of them pass: but for exceptions by instance type, where AWS takes no volume key.
 */
export function deniesUnguarded(statement: Statement, guard: Guard): boolean {
  if (statement.unknownConditions.length > 0) return false;
  const own = conditionsOn(statement, guard);
  const others = statement.conditions.filter((condition) => !own.includes(condition));
  const excused = guard.label === "sagemaker:VolumeKmsKeyArn" ? "sagemaker:instancetypes" : "";
  if (others.some(({ key }) => key.toLowerCase() !== excused)) return false;
  return own.length > 0 && own.every((condition) => refuses(condition, guard));
}

function refuses({ operator, values }: Condition, guard: Guard): boolean {
  const name = operator.toLowerCase();
  const words = values.values.map(({ value }) => value.toLowerCase());
  if (words.length === 0 || values.unknown.length > 0) return false;
  if (name === "null") return guard.safe === undefined && words.every((word) => word === "true");
  if (name === "bool" || name === "boolifexists") {
    // Without the suffix a request that says nothing passes, and nothing means the open default.
    return name === "boolifexists" && guard.safe === "true" && words.every((word) => word === "false");
  }
  if (!REFUSING.test(name) || words.some((word) => /^[*?]+$/.test(word))) return false;
  // `ForAnyValue` lets pass a request that says nothing.
  if (name.startsWith("foranyvalue:") && guard.label !== ALWAYS_PRESENT) return false;
  return guard.safe === undefined || words.every((word) => word === guard.safe?.toLowerCase());
}

function conditionsOn(statement: Statement, guard: Guard): readonly Condition[] {
  return statement.conditions.filter(({ key }) => guard.keys.includes(key.toLowerCase()));
}
