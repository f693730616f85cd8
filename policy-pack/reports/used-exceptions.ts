import type { Report, ReportedViolation, UsedException } from "../contract/report";

/** How many exceptions are in use: one may cover many findings, in more than one stack. */
export function countExceptions(used: readonly Pick<UsedException, "id">[]): number {
  return new Set(used.map(({ id }) => id)).size;
}

/** The exceptions that cover some of the violations. */
export function usedExceptions(violations: readonly ReportedViolation[]): Report["exceptionsUsed"] {
  return violations.flatMap(({ exception, control, urn }) =>
    exception === undefined ? [] : [{ ...exception, control, urn }],
  );
}
