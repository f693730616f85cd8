import type { StackValidationPolicy } from "@pulumi/policy";
import { isDryRun } from "@pulumi/pulumi/runtime";
import type { Control, PackSettings } from "../contract/control";
import { judgeStack } from "../core/judge-stack";
import { EXCEPTIONS_VALID } from "../exceptions/control";
import type { ExceptionFile } from "../exceptions/record";
import { rawFromStack } from "./raw";
import { tellViolation } from "./tell";

/** The control over the exceptions themselves. Which are still needed shows only when everything is judged. */
export function exceptionsPolicy(
  controls: readonly Control[],
  settings: PackSettings,
  exceptions: ExceptionFile,
): StackValidationPolicy {
  return {
    name: EXCEPTIONS_VALID.name,
    description: EXCEPTIONS_VALID.description,
    severity: EXCEPTIONS_VALID.severity,
    enforcementLevel: "mandatory",
    validateStack: (args, report) => {
      if (exceptions.exceptions.length + exceptions.unreadable.length === 0)
        args.notApplicable("no exceptions");
      const bench = { controls, settings, exceptions, now: new Date(), preview: isDryRun() };
      for (const one of judgeStack(args.resources.map(rawFromStack), bench).violations) {
        if (one.control === EXCEPTIONS_VALID.name) tellViolation(report, one);
      }
    },
  };
}
