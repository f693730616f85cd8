import type { ResourceValidationPolicy } from "@pulumi/policy";
import { isDryRun } from "@pulumi/pulumi/runtime";
import type { PackSettings, ResourceControl } from "../contract/control";
import { answerForResource, looksAt } from "../core/evaluate";
import { reported } from "../core/report";
import { tierOfResource } from "../core/tier";
import { withException } from "../exceptions/apply";
import type { EngineLevel } from "./engine-levels";
import { CONTROL_CONFIG, type ControlConfig, inForce } from "./in-force";
import { rawFromArgs } from "./raw";
import type { Reviewer } from "./reviewer";
import { RunNotes } from "./run-notes";
import { tellDeferral, tellViolation } from "./tell";

/** A control of one resource, as a policy that the engine runs on every resource. */
export function resourcePolicy(
  declared: ResourceControl,
  settings: PackSettings,
  review: Reviewer,
  engineLevel: EngineLevel = () => undefined,
  notes: RunNotes = new RunNotes(),
): ResourceValidationPolicy {
  return {
    name: declared.name,
    description: declared.description,
    severity: declared.severity,
    enforcementLevel: "mandatory",
    configSchema: CONTROL_CONFIG,
    validateResource: (args, report) => {
      const control = inForce(declared, args.getConfig<ControlConfig>(), engineLevel(declared.name));
      if (!looksAt(control, args.type)) args.notApplicable("the control looks at other types");
      const raw = rawFromArgs(args);
      const tier = tierOfResource(raw, settings);
      if (control.levels[tier] === "disabled") args.notApplicable(`the control is off in ${tier}`);
      const now = new Date();
      const answer = answerForResource(control, raw, tier, { now, settings, preview: isDryRun() });
      if (answer.verdict === "not-applicable") args.notApplicable("nothing here to judge");
      const { violations, deferred } = reported(answer, () => tier);
      const reviewed = review(raw, now);
      for (const found of violations) {
        const one = withException(found, raw, reviewed, now);
        notes.noteViolation(one);
        tellViolation(report, one);
      }
      for (const one of deferred) {
        notes.noteDeferral(one, raw, reviewed);
        tellDeferral(report, one);
      }
    },
  };
}
