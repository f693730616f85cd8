import type { ResourceValidationPolicy } from "@pulumi/policy";
import type { PackSettings } from "../contract/control";
import { isTypeOf } from "../core/evaluate";
import { subjectOf } from "../core/subject";
import { tierOfResource } from "../core/tier";
import type { Remediation } from "../remediation/remediation";
import { setProperty } from "../remediation/set-property";
import { rawFromArgs } from "./raw";

/**
 * A remediation as a policy: disabled until the pack's configuration gives it the level `remediate`. The engine
 * shows what it changes as a difference of the resource's properties, and judges the result by every control.
 */
export function remediationPolicy(
  remediation: Remediation,
  settings: PackSettings,
): ResourceValidationPolicy {
  const takesTags = remediation.controls.includes("required-tags");
  return {
    name: remediation.name,
    description: remediation.description,
    enforcementLevel: "disabled",
    ...(takesTags ? { configSchema: TAGS } : {}),
    remediateResource: (args) => {
      if (!isTypeOf(remediation.types, args.type)) return undefined;
      const { tags } = args.getConfig<{ tags?: Record<string, string> }>();
      const raw = rawFromArgs(args);
      const changes = remediation.changes(subjectOf(raw), {
        requiredTags: settings.requiredTags,
        tier: tierOfResource(raw, settings),
        ...(tags === undefined ? {} : { tags }),
      });
      if (changes.length === 0) return undefined;
      for (const change of changes) setProperty(args.props, change);
      return args.props;
    },
  };
}

const TAGS: NonNullable<ResourceValidationPolicy["configSchema"]> = {
  properties: {
    tags: {
      type: "object",
      description: "The values of required tags that are missing, by name.",
      additionalProperties: { type: "string", minLength: 1 },
    },
  },
};
