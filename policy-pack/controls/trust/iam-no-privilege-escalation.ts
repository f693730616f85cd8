import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { ROLE } from "../../core/resource-types";
import { allowing, unknownParts } from "../../iam/document";
import { judgeEach } from "../judge-each";
import { type EscalationWay, escalationWays } from "./escalation-ways";
import type { GrantHolder } from "./grant-holders";
import { holdersTogether } from "./holders-together";
import { chainsTo } from "./role-trust";

/** How many ways a message names before it counts the rest. */
const SHOWN = 3;
const REQUIRED = "grants that name what they are for, and roles of its own only";

export const iamNoPrivilegeEscalation: GraphControl = {
  kind: "graph",
  name: "iam-no-privilege-escalation",
  description:
    "No role can give itself more than it was given: by all its policies together, by passing a role, or by roles that it may become.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A role that may pass any role to a job of its own is an administrator in two steps, though no policy says so.",
  fix: {
    text: "Name the role that may be passed and the service, and leave changes of policies to the deployment role.",
    code: `{
  Sid: "PassTrainingRole", Effect: "Allow", Action: ["iam:PassRole"], Resource: [training.arn],
  Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
}`,
  },
  frameworks: { nist: ["AC-3", "AC-6"], checkov: ["CKV_AWS_110", "CKV_AWS_286"] },
  check: (graph) =>
    judgeEach(holdersTogether(graph), (holder) => {
      const ways = escalationWays(graph, holder);
      return [
        ...(ways[0] === undefined ? unknownOf(holder) : judgeWays(graph, holder, ways, ways[0])),
        ...(ways.length > 0 && holder.node.type === ROLE ? judgeChains(graph, holder.node, ways) : []),
      ];
    }),
};

/** One violation for all the ways of a holder: it is one hole, and the first step shows where. */
function judgeWays(
  graph: Graph,
  { node }: GrantHolder,
  ways: readonly EscalationWay[],
  first: EscalationWay,
): readonly Finding[] {
  const words = [...new Set(ways.map(({ steps }) => steps.join(", then ")))];
  const more = words.length > SHOWN ? `, and ${words.length - SHOWN} more` : "";
  const { owned, statement } = first.grant;
  const holder = graph.byUrn(owned.subject.urn) ?? node;
  return [
    violation(holder, statement.path, `${words.slice(0, SHOWN).join("; ")}${more}`, REQUIRED, {
      finding: `Escalation::${first.steps.at(-1) ?? ""}`,
      path: [node.name, ...first.steps],
    }),
  ];
}

/** Roles that may become one that escalates, and so escalate themselves. */
function judgeChains(graph: Graph, role: Node, ways: readonly EscalationWay[]): readonly Finding[] {
  return graph
    .byType(ROLE)
    .filter((from) => from !== role)
    .flatMap((from) => {
      const [chain] = chainsTo(graph, role, (node) => node === from);
      if (chain === undefined) return [];
      const path = [...chain.map(({ name }) => name), ...(ways[0]?.steps ?? [])];
      const found = `it may become ${role.name}, which can give itself more`;
      return [violation(from, "", found, REQUIRED, { finding: `Escalation::${role.name}`, path })];
    });
}

function unknownOf({ documents }: GrantHolder): readonly Finding[] {
  return documents.flatMap(({ subject, document }) => [
    ...unknownParts(document).map((path) => deferred(subject, path)),
    ...allowing(document).flatMap(({ actions }) => actions.unknown.map((path) => deferred(subject, path))),
  ]);
}
