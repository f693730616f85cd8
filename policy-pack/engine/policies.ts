import type { Policies } from "@pulumi/policy";
import type { Control, PackSettings } from "../contract/control";
import type { ExceptionFile } from "../exceptions/record";
import { REMEDIATIONS } from "../remediation";
import type { EngineLevel } from "./engine-levels";
import { exceptionsPolicy } from "./exceptions-policy";
import { remediationPolicy } from "./remediation-policy";
import { resourcePolicy } from "./resource-policy";
import { reviewerOf } from "./reviewer";
import { RunNotes } from "./run-notes";
import { stackPolicy } from "./stack-policy";

/**
 * The pack's controls as CrossGuard policies: one each, by its own name, one for the exceptions, and the remediations,
 * which are off until they are asked for.
 * @param engineLevel The level that the configuration gives a control for the whole run. Default: none.
 */
export function policiesOf(
  controls: readonly Control[],
  settings: PackSettings,
  exceptions: ExceptionFile,
  engineLevel: EngineLevel = () => undefined,
): Policies {
  const review = reviewerOf(exceptions, controls, settings);
  const notes = new RunNotes();
  return [
    ...controls.map((control) =>
      control.kind === "resource"
        ? resourcePolicy(control, settings, review, engineLevel, notes)
        : stackPolicy(control, settings, review, engineLevel, notes),
    ),
    exceptionsPolicy(controls, settings, exceptions, notes),
    ...REMEDIATIONS.map((remediation) => remediationPolicy(remediation, settings)),
  ];
}
