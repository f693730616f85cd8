import type { Control } from "../contract/control";
import { CONTROL_FAILED } from "../core/control-failed";
import { EXCEPTIONS_VALID } from "../exceptions/control";

/** The name under which reports list what is wrong with the configuration itself. */
export const CONFIGURATION = "configuration";

/** The controls of a pack, and the two under which the pack judges itself and its exceptions. */
export function allRules(controls: readonly Control[]): readonly Control[] {
  return [...controls, CONTROL_FAILED, EXCEPTIONS_VALID];
}

/** The frameworks that a control is anchored in, in the order in which they are shown. */
export const FRAMEWORKS = [
  { key: "cis", title: "CIS AWS Foundations 7.0" },
  { key: "nist", title: "NIST SP 800-53 Rev. 5" },
  { key: "fsbp", title: "AWS FSBP" },
  { key: "gdpr", title: "GDPR article" },
  { key: "checkov", title: "Checkov" },
] as const;

/** A control's anchors as short lines: `NIST SP 800-53 Rev. 5: SC-28, SC-13`. */
export function anchorsOf({ frameworks }: Pick<Control, "frameworks">): readonly string[] {
  return FRAMEWORKS.flatMap(({ key, title }) => {
    const anchors = frameworks[key] ?? [];
    return anchors.length === 0 ? [] : [`${title}: ${anchors.join(", ")}`];
  });
}
