import type { Inspection } from "./inspect";
import { ownership } from "./ownership";

/** The whole result as plain data, for machines: one entry a stack, in the order in which they were checked. */
export function jsonReport(inspections: readonly Inspection[]): {
  readonly version: 1;
  readonly stacks: readonly unknown[];
} {
  return { version: 1, stacks: inspections.map(stackReport) };
}

function stackReport(inspection: Inspection): unknown {
  if (!inspection.ok) return { stack: inspection.stack, problems: inspection.problems };
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
