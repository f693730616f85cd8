import type { Properties, Subject } from "../contract/subject";
import { UNKNOWN, UNSET, type Value } from "../contract/value";
import { isTaggable } from "../tables/taggable";
import { join } from "./path";
import { propertiesOf } from "./properties";
import { providerInput } from "./provider-input";
import { rememberingFor } from "./remembering";

/** A tag as it was found, and the property to name in a message. */
export interface Tag {
  readonly property: string;
  readonly value: Value;
}

/**
 * Reads a resource's tag. `tagsAll`, into which the provider has merged its default tags, decides where it is
 * known. Otherwise the resource's own tags and then the provider's default tags are read; at a preview `tagsAll`
 * is unknown as a whole as soon as one tag is.
 */
export function tagOf(subject: Subject, name: string): Tag {
  const merged = subject.properties.get("tagsAll");
  if (merged.state === "known") {
    const property = join("tagsAll", name);
    return { property, value: subject.properties.get(property) };
  }
  const property = join("tags", name);
  const own = subject.properties.get(property);
  if (own.state === "known" || isSetInside(subject, name)) return { property, value: own };
  // The provider adds its tags to what has tags; of anything else they say nothing.
  const fallback = isTaggable(subject.type) ? defaultTag(subject, name) : UNSET;
  if (fallback.state !== "unset") return { property, value: fallback };
  return { property, value: merged.state === "unknown" || own.state === "unknown" ? UNKNOWN : UNSET };
}

/** Whether the tag is set though its value is not known: then only its value has to wait. */
export function isTagSet(subject: Subject, name: string): boolean {
  return tagOf(subject, name).value.state === "known" || isSetInside(subject, name);
}

/** The names of the tags that are known to be set, the provider's default tags among them. */
export function tagNames(subject: Subject): readonly string[] {
  const all = subject.properties.get("tagsAll");
  if (all.state === "known") return propertiesOf(all.value).keys();
  const tags = subject.properties.get("tags");
  const own = tags.state === "known" ? propertiesOf(tags.value).keys() : [];
  const byDefault = subject.provider === undefined ? [] : namesByDefault(subject.provider);
  return own.length === 0 ? byDefault : [...own, ...byDefault.filter((name) => !own.includes(name))];
}

/** Whether tags may be set of which not even the names are known. */
export function areTagsHidden(subject: Subject): boolean {
  if (subject.properties.get("tagsAll").state === "known") return false;
  return (
    subject.properties.get("tags").state === "unknown" ||
    providerInput(subject.provider, "defaultTags").state === "unknown"
  );
}

/** Where the merged tags are known they alone count; a tag that is only in `tags` was taken away from them. */
function isSetInside(subject: Subject, name: string): boolean {
  const merged = subject.properties.get("tagsAll");
  const tags = merged.state === "known" ? merged : subject.properties.get("tags");
  return tags.state === "known" && propertiesOf(tags.value).keys().includes(name);
}

function defaultTag(subject: Subject, name: string): Value {
  const defaults = providerInput(subject.provider, "defaultTags");
  return defaults.state === "known" ? propertiesOf(defaults.value).get(join("tags", name)) : defaults;
}

/** A provider has many resources, which all have its default tags. */
const namesByDefault = rememberingFor((provider: Properties): readonly string[] => {
  const defaults = providerInput(provider, "defaultTags");
  const tags = defaults.state === "known" ? propertiesOf(defaults.value).get("tags") : defaults;
  return tags.state === "known" ? propertiesOf(tags.value).keys() : [];
});
