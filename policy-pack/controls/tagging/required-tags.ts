import { isText, judgeValue, type ResourceControl } from "../../core";
import { isTagSet, tagOf } from "../../core/tags";
import { isTaggable } from "../../tables/taggable";

export const requiredTags: ResourceControl = {
  kind: "resource",
  name: "required-tags",
  description: "Everything that can carry tags carries the company's required ones.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What nobody owns nobody patches, pays for or deletes, and rules that go by data class or team pass it by.",
  fix: {
    text: "Set the tags on the provider for all resources, or on the resource.",
    code: `new aws.Provider("core", { ..., defaultTags: { tags: { CostCenter: "CC-1234", Team: "core", Owner: "..." } } });`,
  },
  frameworks: { nist: ["CM-8", "PM-5"] },
  types: ["aws:*"],
  check: (subject, { settings }) => {
    if (!isTaggable(subject.type) || settings.requiredTags.length === 0) return "not-applicable";
    return settings.requiredTags.flatMap((name) => {
      const { property, value } = tagOf(subject, name);
      return judgeValue(subject, property, value, isText, `a ${name} tag`, {
        unknown: isTagSet(subject, name),
      });
    });
  },
};
