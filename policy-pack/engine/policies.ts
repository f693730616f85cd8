import type { Policies } from "@pulumi/policy";
import type { Control, PackSettings } from "../contract/control";
import type { ExceptionFile } from "../exceptions/record";
import { exceptionsPolicy } from "./exceptions-policy";
import { resourcePolicy } from "./resource-policy";
import { reviewerOf } from "./reviewer";
import { stackPolicy } from "./stack-policy";

/** The pack's controls as CrossGuard policies: one each, by its own name, and one for the exceptions. */
export function policiesOf(
  controls: readonly Control[],
  settings: PackSettings,
  exceptions: ExceptionFile,
): Policies {
  const review = reviewerOf(exceptions, controls, settings);
  return [
    ...controls.map((control) =>
      control.kind === "resource"
        ? resourcePolicy(control, settings, review)
        : stackPolicy(control, settings, review),
    ),
    exceptionsPolicy(controls, settings, exceptions),
  ];
}
