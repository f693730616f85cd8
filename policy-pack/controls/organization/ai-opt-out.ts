import { deferred, type Finding, type Graph, type Node, violation } from "../../core";
import { leavesOf } from "../../core/walk";
import { jsonOf } from "../../sagemaker/json-property";
import { policiesOfType, uncoveredTargets } from "./guardrails";

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
    return uncoveredTargets(graph, good).map((node) =>
      violation(node, "targetId", "not attached here or above", REQUIRED, MORE),
    );
  }
  const unknown = policies.find((policy) => policy.properties.get("content").state === "unknown");
  if (unknown !== undefined) return [deferred(unknown, "content")];
  return [violation(owner, "content", "no such policy", REQUIRED, MORE)];
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
