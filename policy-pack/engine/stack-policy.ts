import type { StackValidationPolicy } from "@pulumi/policy";
import { isDryRun } from "@pulumi/pulumi/runtime";
import type { GraphControl, PackSettings } from "../contract/control";
import { answerForGraph } from "../core/evaluate";
import { graphOf } from "../core/graph";
import { reported } from "../core/report";
import { tiersOf } from "../core/tiers";
import { withException } from "../exceptions/apply";
import type { EngineLevel } from "./engine-levels";
import { CONTROL_CONFIG, type ControlConfig, inForce } from "./in-force";
import { rawFromStack } from "./raw";
import type { Reviewer } from "./reviewer";
import { RunNotes } from "./run-notes";
import { tellDeferral, tellViolation } from "./tell";

/** A control of the whole graph, as a policy that the engine runs once all resources are registered. */
export function stackPolicy(
  declared: GraphControl,
  settings: PackSettings,
  review: Reviewer,
  engineLevel: EngineLevel = () => undefined,
  notes: RunNotes = new RunNotes(),
): StackValidationPolicy {
  return {
    name: declared.name,
    description: declared.description,
    severity: declared.severity,
    enforcementLevel: "mandatory",
    configSchema: CONTROL_CONFIG,
    validateStack: (args, report) => {
      const control = inForce(declared, args.getConfig<ControlConfig>(), engineLevel(declared.name));
      const resources = args.resources.map(rawFromStack);
      const { tierOf, strictest } = tiersOf(resources, settings);
      if (control.levels[strictest] === "disabled") args.notApplicable(`the control is off in ${strictest}`);
      const now = new Date();
      const answer = answerForGraph(control, graphOf(resources), strictest, {
        now,
        settings,
        preview: isDryRun(),
      });
      if (answer.verdict === "not-applicable") args.notApplicable("nothing here to judge");
      const byUrn = new Map(resources.map((raw) => [raw.urn, raw]));
      const { violations, deferred } = reported(answer, tierOf);
      for (const found of violations) {
        const one = withException(found, byUrn.get(found.urn), review(found, now), now);
        notes.noteViolation(one);
        tellViolation(report, one);
      }
      for (const one of deferred) {
        notes.noteDeferral(one, byUrn.get(one.urn), review(one, now));
        tellDeferral(report, one);
      }
    },
  };
}
