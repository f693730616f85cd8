import type { RawResource } from "../contract/subject";
import { subjectOf } from "../core/subject";
import { tagOf } from "../core/tags";
import { parseUrn } from "../core/urn";
import { isTaggable } from "../tables/taggable";
import type { Selector } from "./record";

/** Whether a selector covers a resource. One that names neither a URN nor a stack covers nothing. */
export function selects(selector: Selector, raw: RawResource): boolean {
  if (selector.urn === undefined && selector.stack === undefined) return false;
  if (selector.urn !== undefined && selector.urn !== raw.urn) return false;
  if (selector.stack !== undefined && selector.stack !== parseUrn(raw.urn)?.stack) return false;
  if (selector.type !== undefined && selector.type !== raw.type) return false;
  if (selector.name !== undefined && !globMatches(selector.name, raw.name)) return false;
  return selector.tag === undefined || carries(raw, selector.tag);
}

/** The stack that a selector speaks of. */
export function stackOf(selector: Selector): string | undefined {
  return selector.stack ?? (selector.urn === undefined ? undefined : parseUrn(selector.urn)?.stack);
}

/** Whether a pattern for names leaves any out. */
export const namesSomething = (name: string | undefined): boolean => name !== undefined && /[^*?]/.test(name);

/** Whether a text fits a pattern in which `*` stands for any text, and nothing else is special. */
export function globMatches(pattern: string, text: string): boolean {
  const literal = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}

/**
 * Whether a resource carries a tag, by itself or from its provider's default tags. The engine's provider merges those
 * into `tagsAll` of the types that can have tags; a program that runs without an engine has them at the provider alone.
 */
function carries(raw: RawResource, tag: { readonly name: string; readonly value: string }): boolean {
  if (!isTaggable(raw.type) && !["tagsAll", "tags"].some((property) => property in raw.props)) return false;
  const { value } = tagOf(subjectOf(raw), tag.name);
  return value.state === "known" && value.value === tag.value;
}
