import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  type PackSettings,
  violation,
} from "../../core";
import { jsonOf } from "../../sagemaker/json-property";
import { leavesOf } from "../../core/walk";
import { BASELINE, deniesAction, type Guardrail } from "./baseline";
import { denials, organizationOwner, policiesOfType, uncoveredTargets, unknownContent } from "./guardrails";

export const scpBaselineAttached: GraphControl = {
  kind: "graph",
  name: "scp-baseline-attached",
  description:
    "The organization's guardrails deny what no account needs, keep resources to the organization, and opt out of AI services' use of data.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever takes over an administrator of an account can do all that no guardrail above the account denies: stop the recording, leave the organization, hand the data to strangers.",
  fix: {
    text: "Write what is missing into a policy of the organization, and attach it to the root or to every unit.",
    code: `new organizations.Policy("ai-opt-out", {
  type: "AISERVICES_OPT_OUT_POLICY",
  content: JSON.stringify({ services: { default: { opt_out_policy: { "@@assign": "optOut" } } } }),
});`,
  },
  frameworks: { nist: ["AC-3", "CM-7"] },
  check: (graph, { settings }) => {
    const owner = organizationOwner(graph);
    if (owner === undefined) return "not-applicable";
    return [
      ...BASELINE.flatMap((guardrail) => judgeGuardrail(graph, owner, guardrail)),
      ...judgeResources(graph, owner, settings),
      ...judgeOptOut(graph, owner),
    ];
  },
};

/** Every action of a guardrail is denied by one of some policies, and those are attached everywhere. */
function judgeGuardrail(graph: Graph, owner: Node, guardrail: Guardrail): readonly Finding[] {
  const policies = policiesOfType(graph, "SERVICE_CONTROL_POLICY");
  const { finding, required, actions, fits } = guardrail;
  const holding = (action: string) =>
    policies.filter((policy) =>
      denials(policy).some((statement) => deniesAction(statement, action) && fits(statement)),
    );
  const missing = actions.filter((action) => holding(action).length === 0);
  if (missing.length > 0) {
    const later = unknownContent(policies);
    if (later.length > 0) return later;
    return [violation(owner, "content", `nothing denies ${missing.join(", ")}`, required, { finding })];
  }
  return actions
    .flatMap((action) => uncoveredTargets(graph, holding(action)))
    .filter((node, i, all) => all.indexOf(node) === i)
    .filter(isForWorkloads(guardrail))
    .map((node) => violation(node, "targetId", "not attached here or above", required, { finding }));
}

/** Accounts named one by one are those of the organization's own tools, in which nobody runs SageMaker. */
function isForWorkloads({ finding }: Guardrail): (node: Node) => boolean {
  return (node) => {
    const target = node.properties.get("targetId");
    const isAccount = target.state === "known" && /^\d{12}$/.test(String(target.value));
    return finding !== "sagemaker-outside-vpc" || !isAccount;
  };
}

/** A resource control policy keeps strangers out whatever a bucket's own policy says. */
function judgeResources(graph: Graph, owner: Node, { organizationId }: PackSettings): readonly Finding[] {
  const required = "a resource control policy that denies s3:* to principals of other organizations";
  const policies = policiesOfType(graph, "RESOURCE_CONTROL_POLICY");
  const good = policies.filter((policy) =>
    denials(policy).some(
      (statement) =>
        deniesAction(statement, "s3:GetObject") &&
        deniesAction(statement, "s3:PutObject") &&
        statement.conditions.some(
          ({ operator, key, values }) =>
            /^stringnotequals/i.test(operator) &&
            key.toLowerCase() === "aws:principalorgid" &&
            values.values.every(({ value }) => organizationId === "" || value === organizationId),
        ),
    ),
  );
  return judgePresence(graph, owner, policies, good, "data-perimeter", required);
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html */
function judgeOptOut(graph: Graph, owner: Node): readonly Finding[] {
  const policies = policiesOfType(graph, "AISERVICES_OPT_OUT_POLICY");
  const good = policies.filter((policy) => {
    const content = jsonOf(policy, "content");
    if (content.state !== "read") return false;
    return leavesOf({ state: "known", value: content.value }, "").some(
      ({ path, value }) =>
        /^services\.default\.opt_out_policy\.@@assign$/.test(path) &&
        value.state === "known" &&
        value.value === "optOut",
    );
  });
  const required = "an AI services opt-out policy that opts out by default";
  return judgePresence(graph, owner, policies, good, "ai-opt-out", required);
}

function judgePresence(
  graph: Graph,
  owner: Node,
  policies: readonly Node[],
  good: readonly Node[],
  finding: string,
  required: string,
): readonly Finding[] {
  if (good.length > 0) {
    return uncoveredTargets(graph, good).map((node) =>
      violation(node, "targetId", "not attached here or above", required, { finding }),
    );
  }
  const unknown = policies.find((policy) => policy.properties.get("content").state === "unknown");
  if (unknown !== undefined) return [deferred(unknown, "content")];
  return [violation(owner, "content", "no such policy", required, { finding })];
}
