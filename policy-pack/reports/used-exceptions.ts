import type { Report, ReportedViolation } from "../contract/report";

/** The exceptions that cover some of the violations. */
export function usedExceptions(violations: readonly ReportedViolation[]): Report["exceptionsUsed"] {
  return violations.flatMap(({ exception, control, urn }) =>
    exception === undefined ? [] : [{ ...exception, control, urn }],
  );
}
