import { deferred, type Element, type Finding, judgeValue, type Node, violation } from "../../core";

/** The agents without which runtime monitoring has nothing to look at, by the feature that they belong to. */
const AGENTS: Readonly<Record<string, readonly string[]>> = {
  RUNTIME_MONITORING: ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"],
  EKS_RUNTIME_MONITORING: ["EKS_ADDON_MANAGEMENT"],
};

/**
 * Findings for a feature of a detector whose agents GuardDuty does not install by itself.
 * https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html
 */
export function judgeAgents(feature: Node): readonly Finding[] {
  const name = feature.properties.get("name");
  const agents = (name.state === "known" ? AGENTS[String(name.value)] : undefined) ?? [];
  const list = feature.properties.list("additionalConfigurations");
  if (agents.length > 0 && list.state === "unknown") return [deferred(feature, "additionalConfigurations")];
  const elements = list.state === "known" ? list.value : [];
  return agents.flatMap((agent) => judgeAgent(feature, elements, agent));
}

function judgeAgent(feature: Node, elements: readonly Element[], agent: string): readonly Finding[] {
  const own = elements.filter(({ properties }) => {
    const name = properties.get("name");
    return name.state === "known" && name.value === agent;
  });
  if (own.length === 0) {
    const property = "additionalConfigurations";
    return [violation(feature, property, `no ${agent}`, `${agent}, "ENABLED"`, { finding: agent })];
  }
  return own.flatMap(({ path, properties }) =>
    judgeValue(
      feature,
      `${path}.status`,
      properties.get("status"),
      (status) => status === "ENABLED",
      '"ENABLED"',
    ),
  );
}
