import { type Graph, type GraphControl, violation } from "../../core";
import { judgeEach } from "../judge-each";
import { ALIAS, keysBehind } from "./key-aliases";
import { keyUses, type KeyUse } from "./key-uses";
import { owningTeam, teamOf } from "./team";

export const storeInOwnTeamKey: GraphControl = {
  kind: "graph",
  name: "store-in-own-team-key",
  description:
    "What a team keeps, in buckets, logs, queues, tables or volumes, is encrypted with a key of that team, and a team's aliases lead to its own keys.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Under another team's key that team can read the data, and switching the key off for one takes the other's data away.",
  fix: {
    text: "Name the key of the team that the store's Team tag says; where it has none, of the team of its component.",
    code: `new sqs.Queue("jobs", { kmsMasterKeyId: teamKey.arn, tags: { Team: "fraud" } });`,
  },
  frameworks: { nist: ["AC-3", "SC-12", "SC-28"] },
  check: (graph) => {
    const owned = [...keyUses(graph), ...aliases(graph)].flatMap((use) => {
      const team = owningTeam(graph, use.node);
      const keyTeam = teamOf(use.key);
      return team === undefined || keyTeam === undefined ? [] : [{ ...use, team, keyTeam }];
    });
    return judgeEach(owned, ({ node, property, key, team, keyTeam }) =>
      team === keyTeam
        ? []
        : [
            violation(node, property, `key ${key.name} of team ${keyTeam}`, `a key of team ${team}`, {
              finding: `Team::${keyTeam}`,
              path: [node.name, key.name],
            }),
          ],
    );
  },
};

/** Policies speak of keys by alias, `kms:ResourceAliases`: who points an alias elsewhere opens another key by them. */
function aliases(graph: Graph): readonly KeyUse[] {
  return graph
    .byType(ALIAS)
    .flatMap((node) => keysBehind(graph, node).map((key) => ({ node, property: "targetKeyId", key })));
}
