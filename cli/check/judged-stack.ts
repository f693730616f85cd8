import { unjudged } from "../../policy-pack/reports/stack-report";
import type { JudgedStack } from "../reports/judged-stack";
import type { Inspection } from "./inspect";

/** An inspection as it is reported. */
export function judgedStack(inspection: Inspection): JudgedStack {
  if (!inspection.ok) return { report: unjudged(inspection.stack, inspection.problems), resources: [] };
  const { stack, recording, violations, deferred, remediated, report } = inspection;
  const { resources, exceptionsUsed, controls } = report;
  return {
    report: {
      ...{ stack, problems: [], resources, violations, deferred, exceptionsUsed, controls },
      ...(remediated.length === 0 ? {} : { remediated }),
    },
    resources: recording.resources,
  };
}
