import { type Finding, parseUrn, type ResourceControl, type Subject, violation } from "../../core";
import { remembering } from "../../core/remembering";
import { tagNames, tagOf } from "../../core/tags";
import { isTaggable } from "../../tables/taggable";

export const tagValuesValid: ResourceControl = {
  kind: "resource",
  name: "tag-values-valid",
  description:
    "Tags have values that mean something: the company's patterns, the stack's own environment, one spelling of each name.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Cost reports, access by tag and data classes go by the exact text; a value or a name that is spelt otherwise drops out of them.",
  fix: {
    text: "Use the values that the company agreed on, and the tag names as they are written in the settings.",
    code: `tags: { CostCenter: "CC-1234", DataClassification: "internal", Environment: "prod" }`,
  },
  frameworks: { nist: ["CM-8"] },
  types: ["aws:*"],
  check: (subject, { settings }) => {
    if (!isTaggable(subject.type)) return "not-applicable";
    return [
      ...Object.entries(settings.tagPatterns).flatMap(([name, pattern]) =>
        judgeText(subject, name, wholly(pattern), `a value that matches ${pattern}`),
      ),
      ...(settings.requiredTags.includes("Environment") ? judgeEnvironment(subject) : []),
      ...judgeTwins(subject, settings.requiredTags),
    ];
  },
};

const wholly = remembering((pattern) => new RegExp(`^(?:${pattern})$`, "s"));

/** A tag that is absent, or not known yet, is the business of `required-tags`. */
function judgeText(subject: Subject, name: string, pattern: RegExp, required: string): readonly Finding[] {
  const { property, value } = tagOf(subject, name);
  if (value.state !== "known" || pattern.test(String(value.value))) return [];
  return [violation(subject, property, value, required)];
}

function judgeEnvironment(subject: Subject): readonly Finding[] {
  const stack = parseUrn(subject.urn)?.stack ?? "";
  const { property, value } = tagOf(subject, "Environment");
  if (value.state !== "known" || value.value === stack) return [];
  return [violation(subject, property, value, `"${stack}", the stack's own`)];
}

/** `costcenter` beside or instead of `CostCenter`: AWS takes both, and reports see one. */
function judgeTwins(subject: Subject, required: readonly string[]): readonly Finding[] {
  return tagNames(subject).flatMap((found) => {
    const right = required.find((name) => name !== found && name.toLowerCase() === found.toLowerCase());
    return right === undefined
      ? []
      : [violation(subject, `tags.${found}`, `the name ${found}`, `the name ${right}`)];
  });
}
