import type { RawResource } from "../contract/subject";
import { readPath } from "../core/read";
import { parseUrn } from "../core/urn";
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

/** Whether a text fits a pattern in which `*` stands for any text, and nothing else is special. */
export function globMatches(pattern: string, text: string): boolean {
  const literal = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}

function carries(raw: RawResource, tag: { readonly name: string; readonly value: string }): boolean {
  return ["tagsAll", "tags"].some((property) => {
    const value = readPath(raw.props, `${property}["${tag.name}"]`);
    return value.state === "known" && value.value === tag.value;
  });
}
