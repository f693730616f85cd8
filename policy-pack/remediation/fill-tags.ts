import { join } from "../core/path";
import { isTagSet, tagOf } from "../core/tags";
import { isTaggable } from "../tables/taggable";
import type { Remediation } from "./remediation";

/** Adds the required tags that a resource lacks, with the values that the configuration gives. */
export const fillTags: Remediation = {
  name: "remediate-required-tags",
  controls: ["required-tags"],
  description: "Adds the required tags that are missing, with the values of the pack's configuration.",
  types: ["aws:*"],
  changes: (subject, { tags = {}, requiredTags }) => {
    // Tags that are unknown as a whole may hold what seems to be missing.
    if (!isTaggable(subject.type) || subject.properties.get("tags").state === "unknown") return [];
    return requiredTags
      .filter((name) => Object.hasOwn(tags, name))
      .filter((name) => tagOf(subject, name).value.state === "unset" && !isTagSet(subject, name))
      .map((name) => ({ path: join("tags", name), value: tags[name] ?? "" }));
  },
};
