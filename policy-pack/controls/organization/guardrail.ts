import type { PackSettings } from "../../core";
import { namesEverything } from "../../iam/arn";
import type { Condition, Statement } from "../../iam/statement";
import type { PolicyType } from "./guardrails";

/** One thing that the organization's policies must deny. */
export interface Guardrail {
  /** A word for it, by which an exception may name it. */
  readonly finding: string;
  readonly required: string;
  /** Actions that must each be denied by some statement that fits. */
  readonly actions: readonly string[];
  /** Whether a statement's conditions and resources leave the denial whole. */
  readonly fits: (statement: Statement, settings: PackSettings) => boolean;
  /** The type of policy that denies it. Default: a service control policy. */
  readonly type?: PolicyType;
}

/** A condition as a guardrail may have it: `Null`, `sagemaker:VpcSubnets`, `true`. Letter case is not minded. */
export interface Line {
  readonly operator: RegExp;
  readonly key: RegExp;
  readonly value: RegExp | ((value: string) => boolean);
  /** Whether the guardrail is whole without it. Default: it must be there. */
  readonly optional?: true;
}

/** Whether a statement leaves no resource out. */
export function onEverything({ resources, notResources }: Statement): boolean {
  return !notResources.present && resources.values.some(({ value }) => namesEverything(value));
}

/** Whether a condition spares named roles and nobody else. */
export function sparesNamedRoles({ operator, key, values }: Condition): boolean {
  return (
    /^(arn|string)not(like|equals)/i.test(operator) &&
    key.toLowerCase() === "aws:principalarn" &&
    values.values.every(({ value }) => /:role\/[^*?]/.test(value))
  );
}

/** Whether a statement holds under these conditions, and under no other but for named roles. */
export function holdsWhen(statement: Statement, lines: readonly Line[]): boolean {
  const others = statement.conditions.filter((condition) => !sparesNamedRoles(condition));
  const isLine = (condition: Condition) => (line: Line) =>
    line.operator.test(condition.operator) &&
    line.key.test(condition.key) &&
    condition.values.values.length > 0 &&
    condition.values.values.every(({ value }) => accepts(line, value));
  return (
    statement.unknownConditions.length === 0 &&
    others.every((condition) => lines.some(isLine(condition))) &&
    lines.every((line) => line.optional === true || others.some((condition) => isLine(condition)(line)))
  );
}

const accepts = ({ value: accepted }: Line, value: string): boolean =>
  accepted instanceof RegExp ? accepted.test(value) : accepted(value);

/** Whether a statement holds on everything, for everybody or for all but named roles. */
export const forAllButNamedRoles = (statement: Statement): boolean =>
  onEverything(statement) && holdsWhen(statement, []);
