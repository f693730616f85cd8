import { blocks } from "../../policy-pack/contract/report";
import type { Inspection } from "./inspect";

/** 2 when any stack's configuration is bad, else 1 when any stack is blocked by a mandatory control, else 0. */
export function exitCode(inspections: readonly Inspection[]): 0 | 1 | 2 {
  if (inspections.some((inspection) => !inspection.ok)) return 2;
  return inspections.some((inspection) => inspection.ok && blocks(inspection)) ? 1 : 0;
}
