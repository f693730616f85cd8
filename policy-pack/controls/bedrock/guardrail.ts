import { deferred, type Element, type Finding, mustBeCustomerKey, type Node, violation } from "../../core";

const FILTERS = "contentPolicyConfig.filtersConfigs";
const SENSITIVE = "sensitiveInformationPolicyConfig";

/**
 * Findings when a guardrail has no customer key, no filter against prompt attacks, or none for personal data.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html
 */
export function judgeGuardrail(node: Node): readonly Finding[] {
  return [...mustBeCustomerKey(node, "kmsKeyArn"), ...judgePromptAttacks(node), ...judgePersonalData(node)];
}

function judgePromptAttacks(node: Node): readonly Finding[] {
  const list = node.properties.list(FILTERS);
  if (list.state === "unknown") return [deferred(node, FILTERS)];
  const filters = list.state === "known" ? list.value : [];
  if (filters.some(stopsAttacks)) return [];
  if (filters.some(isUnknown)) return [deferred(node, FILTERS)];
  return [violation(node, FILTERS, "no filter that works", "a PROMPT_ATTACK filter on the input")];
}

function stopsAttacks({ properties }: Element): boolean {
  const is = (name: string, accepts: (value: unknown) => boolean, unset: boolean) => {
    const value = properties.get(name);
    return value.state === "unset" ? unset : value.state === "known" && accepts(value.value);
  };
  return (
    is("type", (type) => type === "PROMPT_ATTACK", false) &&
    is("inputStrength", (strength) => strength !== "NONE", false) &&
    is("inputAction", (action) => action !== "NONE", true) &&
    is("inputEnabled", (enabled) => enabled !== false, true)
  );
}

function isUnknown({ properties }: Element): boolean {
  return ["type", "inputStrength"].some((name) => properties.get(name).state === "unknown");
}

function judgePersonalData(node: Node): readonly Finding[] {
  const lists = ["piiEntitiesConfigs", "regexesConfigs"].map((name) =>
    node.properties.list(`${SENSITIVE}.${name}`),
  );
  if (lists.some((list) => list.state === "known" && list.value.length > 0)) return [];
  if (lists.some((list) => list.state === "unknown")) return [deferred(node, SENSITIVE)];
  return [violation(node, SENSITIVE, "no filter", "filters for personal data")];
}
