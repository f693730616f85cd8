import { deferred, isText, type ResourceControl, type Value, violation } from "../../core";
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
    const read = settings.requiredTags.map((name) => ({ name, ...tagOf(subject, name) }));
    const missing = read.filter(({ name, value }) => isMissing(value) && !isTagSet(subject, name));
    const unknown = read.filter(({ name, value }) => value.state === "unknown" && !isTagSet(subject, name));
    const empty = read.filter(({ value }) => value.state === "known" && !isText(value.value));
    const property = subject.properties.get("tagsAll").state === "known" ? "tagsAll" : "tags";
    const required = `the tags ${settings.requiredTags.join(", ")}`;
    const without = [...missing, ...empty].map(({ name }) => name);
    if (without.length > 0) return [violation(subject, property, `no ${without.join(", no ")}`, required)];
    return unknown.length > 0 ? [deferred(subject, property)] : [];
  },
};

const isMissing = (value: Value): boolean => value.state === "unset";
