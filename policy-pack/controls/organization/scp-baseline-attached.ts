import {
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  type PackSettings,
  violation,
} from "../../core";
import { isAccountId } from "../../iam/arn";
import { judgeAiOptOut } from "./ai-opt-out";
import { auditGuardrails } from "./audit-baseline";
import { BASELINE } from "./baseline";
import { covers } from "../../iam/covers";
import type { Guardrail } from "./guardrail";
import {
  bindsAccount,
  denials,
  organizationOwner,
  policiesOfType,
  uncoveredTargets,
  unknownContent,
} from "./guardrails";
import { MACHINE_LEARNING_BASELINE } from "./machine-learning-baseline";
import { RESOURCE_BASELINE } from "./resource-baseline";
import { sparedRoleGuardrails } from "./spared-roles";

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
    const judge = (guardrail: Guardrail, bare: (policies: readonly Node[]) => readonly Node[]) =>
      judgeGuardrail(graph, owner, guardrail, settings, bare);
    const everywhere = (policies: readonly Node[]) => uncoveredTargets(graph, policies);
    return [
      ...[...BASELINE, ...RESOURCE_BASELINE, ...sparedRoleGuardrails(graph)].flatMap((guardrail) =>
        judge(guardrail, everywhere),
      ),
      ...MACHINE_LEARNING_BASELINE.flatMap((guardrail) =>
        judge(guardrail, (policies) => everywhere(policies).filter(isForWorkloads)),
      ),
      ...auditGuardrails(graph, owner).flatMap((guardrail) =>
        judge(guardrail, (policies) =>
          bindsAccount(graph, policies, guardrail.account) ? [] : policies.slice(0, 1),
        ),
      ),
      ...judgeAiOptOut(graph, owner),
    ];
  },
};

/**
 * Every action of a guardrail is denied by one of the policies, and those are attached where it is due.
 * @param bare Where some policies, one of which is enough, are due and not attached.
 */
function judgeGuardrail(
  graph: Graph,
  owner: Node,
  { finding, required, actions, fits, type }: Guardrail,
  settings: PackSettings,
  bare: (policies: readonly Node[]) => readonly Node[],
): readonly Finding[] {
  const policies = policiesOfType(graph, type ?? "SERVICE_CONTROL_POLICY");
  const holding = (action: string) =>
    policies.filter((policy) =>
      denials(policy).some((statement) => covers(statement, action) && fits(statement, settings)),
    );
  const missing = actions.filter((action) => holding(action).length === 0);
  if (missing.length > 0) {
    const later = unknownContent(policies);
    if (later.length > 0) return later;
    return [violation(owner, "content", `nothing denies ${missing.join(", ")}`, required, { finding })];
  }
  return actions
    .flatMap((action) => bare(holding(action)))
    .filter((node, i, all) => all.indexOf(node) === i)
    .map((node) => violation(node, "targetId", "not attached here or above", required, { finding }));
}

/** Accounts named one by one are those of the organization's own tools, in which nobody runs SageMaker. */
function isForWorkloads(attachment: Node): boolean {
  const target = attachment.properties.get("targetId");
  return !(target.state === "known" && isAccountId(String(target.value)));
}
