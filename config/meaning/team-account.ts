import type { Draft } from "../draft";
import { formatPath } from "../path";
import type { Problem } from "../problem";
import { workloadAccount } from "./workload-account";

/** A team's own account is a workload account of the environment's tier. */
export function teamAccount(draft: Draft): Problem[] {
  return Object.entries(draft.teams).flatMap(([name, { account }]) => {
    if (account === undefined) return [];
    return workloadAccount(draft, account, formatPath(["mlplatform:teams", name, "account"]));
  });
}
