import { type GraphControl, violation } from "../../core";
import { tagOf } from "../../core/tags";
import { judgeEach } from "../judge-each";
import { teamOf, teamOfNeighbours } from "../trust/component-team";

export const teamTagOfComponent: GraphControl = {
  kind: "graph",
  name: "team-tag-of-component",
  description:
    "A resource's Team tag is that of the component it belongs to, or of the stack, where that is one team's.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Permissions go by the tags of roles, subnets and security groups: one with another team's name is open to that team, and its own is shut out.",
  fix: {
    text: "Take the tag from the component, or make the resource outside of it if it is another team's.",
    code: `tags: { ...tags, Team: team }, // the one that the component was made for`,
  },
  frameworks: { nist: ["AC-3", "AC-16", "CM-8"] },
  check: (graph) => {
    const tagged = graph.nodes.flatMap((node) => {
      const team = teamOf(node);
      const neighbours = team === undefined ? undefined : teamOfNeighbours(graph, node);
      return team === undefined || neighbours === undefined ? [] : [{ node, team, neighbours }];
    });
    return judgeEach(tagged, ({ node, team, neighbours }) =>
      team === neighbours.team
        ? []
        : [
            violation(
              node,
              tagOf(node, "Team").property,
              `"${team}"`,
              `"${neighbours.team}", as all else in ${neighbours.within}`,
              { finding: `Team::${team}` },
            ),
          ],
    );
  },
};
