import { type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { denials, organizationOwner, policiesOfType, uncoveredTargets, unknownContent } from "./guardrails";
import { flawOf, isAboutRegions } from "./region-denial";

const REQUIRED =
  "a service control policy that denies everything but global services outside the allowed regions";

export const scpRegionDenyAttached: GraphControl = {
  kind: "graph",
  name: "scp-region-deny-attached",
  description:
    "A service control policy that denies every other region is attached to every unit and account.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Only the organization's own guardrail keeps a person or a tool with an administrator's rights from making a copy of the data in another region.",
  fix: {
    text: "Deny with NotAction for global services alone, and attach the policy to the root or to every unit.",
    code: `{
  Sid: "DenyOtherRegions", Effect: "Deny", Resource: "*",
  NotAction: ["iam:*", "organizations:*", "route53:*", "sts:*", "support:*"],
  Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1"] } },
}`,
  },
  frameworks: { nist: ["AC-3", "SA-9(5)"] },
  exemptibleInProd: false,
  check: (graph, { settings }) => {
    const owner = organizationOwner(graph);
    return owner === undefined ? "not-applicable" : judge(graph, owner, settings.allowedRegions);
  },
};

function judge(graph: Graph, owner: Node, allowed: readonly string[]): readonly Finding[] {
  const policies = policiesOfType(graph, "SERVICE_CONTROL_POLICY");
  const about = policies.flatMap((policy) =>
    denials(policy)
      .filter(isAboutRegions)
      .map((statement) => ({ policy, statement, flaw: flawOf(statement, allowed) })),
  );
  const good = about.filter(({ flaw }) => flaw === undefined).map(({ policy }) => policy);
  if (good.length > 0) {
    return uncoveredTargets(graph, good).map((node) =>
      violation(node, "targetId", "no region guardrail is attached here or above", REQUIRED),
    );
  }
  const later = unknownContent(policies);
  if (later.length > 0) return later;
  if (about.length === 0) {
    return [violation(owner, "content", "no policy denies by aws:RequestedRegion", REQUIRED)];
  }
  return about.map(({ policy, statement, flaw }) =>
    violation(policy, statement.path, flaw ?? "", REQUIRED, { finding: "aws:RequestedRegion" }),
  );
}
