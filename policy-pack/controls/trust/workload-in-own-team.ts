import { deferred, type Finding, type Graph, type GraphControl, violation } from "../../core";
import { BUCKETS } from "../../core/resource-types";
import { judgeEach } from "../judge-each";
import { givenTo } from "./given";
import { owningTeam } from "./team";
import { type WorkloadLink, workloadLinks } from "./workload-links";

export const workloadInOwnTeam: GraphControl = {
  kind: "graph",
  name: "workload-in-own-team",
  description:
    "What a team runs or backs up has roles, models, endpoint configurations and log groups of that team, and buckets of that team or given to it.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Code that runs under another team's role has that team's data, and a model from another team's bucket is that team's code in this one's endpoint.",
  fix: {
    text: "Name what the workload's own team has. A bucket of another team is given by that team, in the bucket's own policy.",
    code: `new sagemaker.Model("scoring", { executionRoleArn: fraudServing.arn, tags: { Team: "fraud" } });`,
  },
  frameworks: { nist: ["AC-3", "AC-6", "SC-4"] },
  check: (graph) => {
    const owned = workloadLinks(graph).flatMap((link) => {
      const team = owningTeam(graph, link.workload);
      const other = owningTeam(graph, link.target);
      return team === undefined || other === undefined ? [] : [{ link, team, other }];
    });
    return judgeEach(owned, ({ link, team, other }) =>
      team === other ? [] : judgeForeign(graph, link, team, other),
    );
  },
};

function judgeForeign(graph: Graph, link: WorkloadLink, team: string, other: string): readonly Finding[] {
  const { workload, property, words, target } = link;
  const given = BUCKETS.includes(target.type) ? givenTo(graph, target, team) : "not-given";
  if (given === "given") return [];
  if (given === "unknown") return [deferred(workload, property)];
  return [
    violation(workload, property, `${words} ${target.name} of team ${other}`, `a ${words} of team ${team}`, {
      finding: `Team::${other}`,
      path: [workload.name, target.name],
    }),
  ];
}
