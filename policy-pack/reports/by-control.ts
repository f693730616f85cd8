import type { Severity } from "../contract/control";
import type { ReportedViolation } from "../contract/report";
import type { StackReport } from "./stack-report";

/** A violation, and the stack that it was found in. */
export interface Found {
  readonly stack: string;
  readonly violation: ReportedViolation;
}

/** A list with something in it. */
export type NonEmpty<T> = readonly [T, ...T[]];

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];
const weight = ([{ violation }]: NonEmpty<Found>): number => SEVERITIES.indexOf(violation.severity);

/** The wanted violations of all stacks, gathered by control, the severest controls first. */
export function byControl(
  stacks: readonly StackReport[],
  wanted: (violation: ReportedViolation) => boolean,
): readonly NonEmpty<Found>[] {
  const groups = new Map<string, [Found, ...Found[]]>();
  for (const { stack, violations } of stacks) {
    for (const violation of violations.filter(wanted)) {
      const group = groups.get(violation.control);
      if (group === undefined) groups.set(violation.control, [{ stack, violation }]);
      else group.push({ stack, violation });
    }
  }
  return [...groups.values()].sort((a, b) => weight(a) - weight(b));
}

/** What blocks a deployment. */
export const isBlocking = ({ level }: ReportedViolation): boolean => level === "mandatory";

/** What is only told; what an exception covers is listed with the exceptions. */
export const isAdvice = ({ level, exception }: ReportedViolation): boolean =>
  level === "advisory" && exception === undefined;
