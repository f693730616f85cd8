import { deferred, type Finding, type Graph, type Node, violation } from "../../core";
import { leavesOf } from "../../core/walk";
import { accountOf } from "../../iam/account";
import { jsonOf } from "../../sagemaker/json-property";
import { isAccountOrUnit, isBoundAsMember, policiesOfType, targetsOf, uncoveredTargets } from "./guardrails";

const REQUIRED = "an AI services opt-out policy that opts out by default";
const MORE = { finding: "ai-opt-out" };

/**
 * The organization's policy by which AWS's AI services neither keep nor train on what they are given. The regions of China
 * have no such policies: https://docs.amazonaws.cn/en_us/aws/latest/userguide/organizations.html
 * @param owner What the organization is known by, to report what is missing altogether.
 */
export function judgeAiOptOut(graph: Graph, owner: Node): readonly Finding[] {
  const region = owner.provider?.get("region");
  if (region?.state === "known" && String(region.value).startsWith("cn-")) return [];
  const policies = policiesOfType(graph, "AISERVICES_OPT_OUT_POLICY");
  const good = policies.filter(optsOutByDefault);
  if (good.length > 0) {
    const bare = uncoveredTargets(graph, good).map((node) =>
      violation(node, "targetId", "not attached here or above", REQUIRED, MORE),
    );
    return [...bare, ...judgeManagement(graph, good)];
  }
  const unknown = policies.find((policy) => policy.properties.get("content").state === "unknown");
  if (unknown !== undefined) return [deferred(unknown, "content")];
  return [violation(owner, "content", "no such policy", REQUIRED, MORE)];
}

/**
 * Other than guardrails, this type of policy binds the management account too, which stands directly beneath the root:
 * it is bound by name, where the root is not. Policies are written there, or by a delegated administrator.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html
 */
function judgeManagement(graph: Graph, policies: readonly Node[]): readonly Finding[] {
  const [policy] = policies;
  const account = policy === undefined ? undefined : accountOf(policy);
  if (policy === undefined || account === undefined || isBoundAsMember(graph, account)) return [];
  const targets = targetsOf(graph, policies);
  if (targets.length === 0 || targets.some((target) => target === account || !isAccountOrUnit(graph, target)))
    return [];
  const found = `not attached to ${account}, from where policies are managed`;
  return [violation(policy, "targetId", found, REQUIRED, { finding: `ai-opt-out::${account}` })];
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html */
function optsOutByDefault(policy: Node): boolean {
  const content = jsonOf(policy, "content");
  if (content.state !== "read") return false;
  return leavesOf({ state: "known", value: content.value }, "").some(
    ({ path, value }) =>
      /^services\.default\.opt_out_policy\.@@assign$/.test(path) &&
      value.state === "known" &&
      value.value === "optOut",
  );
}
