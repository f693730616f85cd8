import type { Finding, Verdict } from "../contract/control";
import type { Subject } from "../contract/subject";
import { deferred, violation } from "../core/findings";

/** Types that grant to one principal in properties of their own, and the properties that limit a `*`. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  "aws:lambda/permission:Permission": ["principalOrgId", "sourceAccount", "sourceArn"],
  "aws:lambda/layerVersionPermission:LayerVersionPermission": ["organizationId"],
  "aws:cloudwatch/eventPermission:EventPermission": ["condition"],
};

export const PERMISSION_TYPES: readonly string[] = Object.keys(LIMITS);

/** Findings when a permission is for everyone and no property limits it. */
export function judgePublicPermission(subject: Subject): Verdict {
  const principal = subject.properties.get("principal");
  if (principal.state === "unknown") return [deferred(subject, "principal")];
  if (principal.state === "unset" || principal.value !== "*") return [];
  const limits = LIMITS[subject.type] ?? [];
  if (limits.some((property) => subject.properties.get(property).state !== "unset")) return [];
  const finding: Finding = violation(
    subject,
    "principal",
    principal,
    `a named principal, or ${limits.join(" or ")}`,
    {
      finding: "Principal::*",
    },
  );
  return [finding];
}
