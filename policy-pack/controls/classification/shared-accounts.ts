import type { Graph, Node } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { BUCKETS } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { teamOf } from "../trust/component-team";
import { classNameOf, classOf } from "./class-of-data";
import { SECRET } from "./store-policies";

/** Data that anyone may read: what is left to refuse is that others change it. */
const PUBLIC = /^(public|open)$/i;

/**
 * Whether the policy of a store has to keep others out: of confidential data always; of other classified data where
 * several teams keep theirs in one account, in which the rights of a role alone decide what of the others it reads. What
 * has no class is not judged, and neither is what belongs to no team.
 */
export function mustKeepOthersOut(graph: Graph, store: Node): boolean {
  if (classOf(store) !== "low") return true;
  if (classNameOf(store) === "" || teamOf(store) === undefined) return false;
  return teamsIn(graph, accountOf(store)).size > 1;
}

/** Whether everyone may read a store's data. Nobody's secrets are public, whatever their tag says. */
export function isPublicData(store: Node): boolean {
  return store.type !== SECRET && PUBLIC.test(classNameOf(store));
}

/** The teams that keep data or secrets in an account. */
function teamsIn(graph: Graph, account: string | undefined): ReadonlySet<string> {
  return teamsByAccount(graph).get(account) ?? new Set();
}

/** Every store of a graph asks for the teams of its account. */
const teamsByAccount = rememberingFor((graph: Graph) => {
  const teams = new Map<string | undefined, Set<string>>();
  for (const store of graph.byType(...BUCKETS, SECRET)) {
    const team = teamOf(store);
    if (team === undefined) continue;
    const account = accountOf(store);
    teams.set(account, (teams.get(account) ?? new Set()).add(team));
  }
  return teams;
});
