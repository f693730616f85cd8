import { type StackReport, unjudged } from "../../policy-pack/reports/stack-report";
import type { Inspection } from "./inspect";
import { ownership, type Ownership } from "./ownership";

/** What the check reports of one stack: what the policy pack does, and what there is by component. */
export type CheckReport = StackReport & { readonly components: readonly Ownership[] };

/** An inspection as it is reported: plain data, without the recording. */
export function stackReport(inspection: Inspection): CheckReport {
  if (!inspection.ok) return { ...unjudged(inspection.stack, inspection.problems), components: [] };
  const { stack, recording, violations, deferred, report } = inspection;
  return {
    stack,
    problems: [],
    resources: report.resources,
    components: ownership(recording.resources),
    violations,
    deferred,
    exceptionsUsed: report.exceptionsUsed,
    controls: report.controls,
  };
}
