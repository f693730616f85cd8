/** The types of AWS Organizations' policies that are written here. */
export type PolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY" | "AISERVICES_OPT_OUT_POLICY";

/**
 * The longest that AWS Organizations takes, in characters. Service control policies may be twice as long since May 2026;
 * the former limit is kept, which every partition and emulator takes.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const POLICY_SIZE_LIMITS: Readonly<Record<PolicyType, number>> = {
  SERVICE_CONTROL_POLICY: 5120,
  RESOURCE_CONTROL_POLICY: 5120,
  AISERVICES_OPT_OUT_POLICY: 2500,
};

const WORDS: Readonly<Record<PolicyType, string>> = {
  SERVICE_CONTROL_POLICY: "service control policy",
  RESOURCE_CONTROL_POLICY: "resource control policy",
  AISERVICES_OPT_OUT_POLICY: "AI services opt-out policy",
};

/** A policy too long for AWS Organizations: a fault of this program, not of its user. */
export class PolicySizeError extends Error {}

/**
 * The text of a policy, as it was given.
 * @throws PolicySizeError when it is longer than AWS takes.
 */
export function fittingText(type: PolicyType, name: string, text: string): string {
  const limit = POLICY_SIZE_LIMITS[type];
  if (text.length > limit) {
    throw new PolicySizeError(
      `The ${WORDS[type]} "${name}" has ${text.length} characters; AWS takes ${limit}.`,
    );
  }
  return text;
}
