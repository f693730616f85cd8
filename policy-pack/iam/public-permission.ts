import type { PackSettings, Verdict } from "../contract/control";
import type { Subject } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { perimeterKeys } from "./perimeter";

/** A property that limits a permission, and the condition key that it becomes in the policy. */
type Limits = Readonly<Record<string, string>>;

/** Types that grant to one principal in properties of their own, and the properties that limit a `*`. */
const LIMITS: Readonly<Record<string, Limits>> = {
  "aws:lambda/permission:Permission": {
    principalOrgId: "aws:principalorgid",
    sourceAccount: "aws:sourceaccount",
    sourceArn: "aws:sourcearn",
  },
  "aws:lambda/layerVersionPermission:LayerVersionPermission": { organizationId: "aws:principalorgid" },
  "aws:cloudwatch/eventPermission:EventPermission": { "condition.value": "aws:principalorgid" },
};

export const PERMISSION_TYPES: readonly string[] = Object.keys(LIMITS);

type Settings = Pick<PackSettings, "organizationId">;

/** Findings when a permission is for everyone and no property limits it. */
export function judgePublicPermission(subject: Subject, settings: Settings): Verdict {
  const principal = subject.properties.get("principal");
  if (principal.state === "unknown") return [deferred(subject, "principal")];
  if (principal.state === "unset" || principal.value !== "*" || isLimited(subject, settings)) return [];
  const limits = Object.keys(LIMITS[subject.type] ?? {}).join(" or ");
  return [
    violation(subject, "principal", principal, `a named principal, or ${limits} without wildcards`, {
      finding: "Principal::*",
    }),
  ];
}

/**
 * Whether a permission says for which account, resource or organization it is: not one that names every bucket, or
 * somebody else's organization. What is not known yet comes from a resource of the same program.
 */
export function isLimited(subject: Subject, settings: Settings): boolean {
  const keys = perimeterKeys(settings);
  return Object.entries(LIMITS[subject.type] ?? {}).some(([property, key]) => {
    const value = subject.properties.get(property);
    return value.state === "known" ? keys(key)?.(String(value.value)) === true : value.state === "unknown";
  });
}
