import type { RawResource } from "../contract/subject";
import { isTaggable } from "../tables/taggable";
import type { Selector } from "./record";
import { selects } from "./select";

/** How many resources a selector covers, of how many that it could. */
export interface Breadth {
  readonly selected: number;
  readonly all: number;
}

/**
 * How broad a tag or a pattern is that covers most of a stack: the tag that everything carries, the beginning that every
 * name has. Undefined for one that does not, and where a type, a whole name or a URN stands beside it.
 */
export function tooBroad(select: Selector, resources: readonly RawResource[]): Breadth | undefined {
  const { urn, type, name, tag } = select;
  if (urn !== undefined || type !== undefined || (name !== undefined && !name.includes("*")))
    return undefined;
  const own = resources.filter((raw) => raw.type.startsWith("aws:"));
  const candidates = tag === undefined ? own : own.filter((raw) => isTaggable(raw.type));
  const selected = candidates.filter((raw) => selects(select, raw)).length;
  return selected > 1 && selected * 2 > candidates.length ? { selected, all: candidates.length } : undefined;
}
