import { patternTest } from "../../iam/wildcard";
import { principalOf } from "../../iam/principal";
import type { Condition, Statement } from "../../iam/statement";
import type { Node } from "../../contract/subject";
import type { Answer } from "../answer";
import { someCovers } from "../../iam/covers";

/**
 * Whether a statement refuses everyone the actions on a resource when the request is not over TLS. A second
 * condition would have to hold too, and so leave requests that are not refused.
 */
export function refusesPlainTransport(statement: Statement, node: Node, actions: readonly string[]): Answer {
  const [condition, ...others] = statement.conditions;
  const refuses =
    statement.effect === "Deny" &&
    condition !== undefined &&
    isOverTls(condition, "false") &&
    others.length + statement.unknownConditions.length === 0 &&
    statement.principals.values.some((one) => principalOf(one).kind === "anyone") &&
    actions.every((action) => someCovers(statement.actions, action));
  return refuses ? covers(statement, node) : "no";
}

/** Whether a condition demands that `aws:SecureTransport` is the value. */
export function isOverTls({ operator, key, values }: Condition, value: "true" | "false"): boolean {
  return (
    /^bool(ifexists)?$/i.test(operator) &&
    key.toLowerCase() === "aws:securetransport" &&
    values.values.some((one) => one.value.toLowerCase() === value)
  );
}

/** Whether a statement's resources hold the one that its policy belongs to. Some policies need not name it. */
function covers({ resources }: Statement, node: Node): Answer {
  if (!resources.present) return "yes";
  if (resources.values.some(({ value }) => names(value, node))) return "yes";
  return resources.unknown.length > 0 ? "unknown" : "no";
}

/** Whether a resource pattern names a resource: by its ARN, or while that is unknown by the name that it ends in. */
function names(pattern: string, { properties }: Node): boolean {
  if (pattern === "*") return true;
  const arn = properties.get("arn");
  if (arn.state === "known") return patternTest(pattern)(String(arn.value));
  const name = properties.get("name");
  return name.state !== "known" || patternTest(pattern.split(":").at(-1) ?? "")(String(name.value));
}
