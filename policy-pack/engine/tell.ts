import type { EnforcementLevel, ReportViolation, Severity } from "@pulumi/policy";
import type { ReportedDeferral, ReportedViolation } from "../contract/report";
import { explain } from "../core/explain";
import { resourceLabel } from "../core/urn";

/**
 * A violation with a level of its own. The SDK takes it in place of a message (`makeReportViolationFun` in its
 * server), though its types don't say so. A policy has one level for the whole process, while the level of a
 * violation depends on the tier of its resource and on exceptions. Should the SDK stop taking it, the policy's own
 * level counts, which is mandatory.
 */
interface DetailedViolation {
  readonly message: string;
  readonly urn: string;
  readonly enforcementLevel: EnforcementLevel;
  readonly severity?: Severity;
}
type Report = (violation: DetailedViolation) => void;

/** Tells the engine of a violation, with the whole explanation. */
export function tellViolation(report: ReportViolation, violation: ReportedViolation): void {
  tell(report, {
    message: explain(violation),
    urn: violation.urn,
    enforcementLevel: violation.level,
    severity: violation.severity,
  });
}

/** Tells the engine, without blocking, of a judgement that has to wait until `up`. */
export function tellDeferral(report: ReportViolation, deferral: ReportedDeferral): void {
  const { urn, property } = deferral;
  tell(report, {
    message: `${resourceLabel(urn)}: ${property} is not known before deployment; it is judged at \`up\`, where it counts as ${deferral.level}.`,
    urn,
    enforcementLevel: "advisory",
  });
}

function tell(report: ReportViolation, violation: DetailedViolation): void {
  (report as unknown as Report)(violation);
}
