import type { Draft } from "../draft";
import type { Problem } from "../problem";
import { workloadAccount } from "./workload-account";

/** The environment's account is a workload account of the environment's tier. */
export function environmentAccount(draft: Draft): Problem[] {
  if (draft.environment === undefined) return [];
  return workloadAccount(draft, draft.environment.account, "mlplatform:environment.account");
}
