import type { Control, Deferred, Level, Tier, Violation } from "../contract/control";
import type { ReportedDeferral, ReportedViolation } from "../contract/report";
import { isExemptible } from "../exceptions/exemptible";
import type { Answer } from "./evaluate";
import { CONTROL_FAILED } from "./control-failed";

/** What an answer reports, at the levels of the tiers that its resources are judged by. */
export interface Reported {
  readonly violations: readonly ReportedViolation[];
  readonly deferred: readonly ReportedDeferral[];
}

/** Puts an answer's findings in the words of its control. A finding in a tier where the control is off is dropped. */
export function reported(answer: Answer, tierOf: (urn: string) => Tier): Reported {
  if (answer.verdict === "not-applicable") return { violations: [], deferred: [] };
  const control = answer.failed ? CONTROL_FAILED : answer.control;
  const violations: ReportedViolation[] = [];
  const deferred: ReportedDeferral[] = [];
  for (const finding of answer.verdict) {
    const tier = tierOf(finding.urn);
    const level: Level = control.levels[tier];
    if (level === "disabled") continue;
    if (finding.kind === "violation") violations.push(reportedViolation(control, finding, level, tier));
    else if (!deferred.some(({ urn, property }) => urn === finding.urn && property === finding.property))
      // A control that looks at a property twice still waits for it once.
      deferred.push(reportedDeferral(control, finding, level));
  }
  return { violations, deferred };
}

function reportedViolation(
  control: Control,
  finding: Violation,
  level: ReportedViolation["level"],
  tier: Tier,
): ReportedViolation {
  const { kind: _kind, ...rest } = finding;
  const { name, severity, why, fix } = control;
  const exemptible = isExemptible(control, tier) ? {} : { exemptible: false as const };
  return { control: name, severity, level, tier, why, fix, ...rest, ...exemptible };
}

function reportedDeferral(
  control: Control,
  finding: Deferred,
  level: ReportedDeferral["level"],
): ReportedDeferral {
  return { control: control.name, level, urn: finding.urn, property: finding.property };
}

/** Orders what is reported by resource, control and property, so that two runs of the same program read the same. */
export function inOrder<
  T extends { readonly urn: string; readonly control: string; readonly property: string },
>(findings: readonly T[]): readonly T[] {
  const key = (finding: T) => [finding.urn, finding.control, finding.property].join("\u0000");
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
