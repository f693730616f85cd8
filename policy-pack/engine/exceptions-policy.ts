import type { StackValidationPolicy } from "@pulumi/policy";
import { isDryRun } from "@pulumi/pulumi/runtime";
import type { Control, PackSettings } from "../contract/control";
import { judgeStack } from "../core/judge-stack";
import { EXCEPTIONS_VALID } from "../exceptions/control";
import type { ExceptionFile } from "../exceptions/record";
import { rawFromStack } from "./raw";
import { RunNotes } from "./run-notes";
import { tellViolation } from "./tell";
import { waitingInWords } from "./waiting";

/**
 * The control over the exceptions themselves. Which are still needed shows only when everything is judged, so that it is
 * the last policy of a run; as such it also says how many judgements wait, which the engine lists and does not count.
 */
export function exceptionsPolicy(
  controls: readonly Control[],
  settings: PackSettings,
  exceptions: ExceptionFile,
  notes: RunNotes = new RunNotes(),
): StackValidationPolicy {
  return {
    name: EXCEPTIONS_VALID.name,
    description: EXCEPTIONS_VALID.description,
    severity: EXCEPTIONS_VALID.severity,
    enforcementLevel: "mandatory",
    validateStack: (args, report) => {
      const { deferrals, exceptionsUsed } = notes.take();
      const waiting = waitingInWords(deferrals);
      // What a pack prints is shown by the engine among the diagnostics.
      if (waiting !== undefined) console.log(waiting);
      if (exceptions.exceptions.length + exceptions.unreadable.length === 0)
        args.notApplicable("no exceptions");
      const bench = {
        controls,
        settings,
        exceptions,
        now: new Date(),
        preview: isDryRun(),
        exceptionsUsedBefore: exceptionsUsed,
      };
      for (const one of judgeStack(args.resources.map(rawFromStack), bench).violations) {
        if (one.control === EXCEPTIONS_VALID.name) tellViolation(report, one);
      }
    },
  };
}
