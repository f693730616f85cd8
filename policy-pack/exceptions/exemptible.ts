import type { Control, Tier } from "../contract/control";
import { CONTROL_FAILED } from "../core/control-failed";
import { EXCEPTIONS_VALID } from "./control";

/** The controls by which the pack judges itself: none of them may be excepted in any tier. */
const OWN: ReadonlySet<string> = new Set([CONTROL_FAILED.name, EXCEPTIONS_VALID.name]);

/** Whether an exception may be given from what a control finds in a tier. */
export function isExemptible(
  { name, exemptibleInProd }: Pick<Control, "name" | "exemptibleInProd">,
  tier: Tier,
): boolean {
  return !OWN.has(name) && (tier !== "prod" || exemptibleInProd !== false);
}
