import table from "./taggable-types.json";

const TYPES: ReadonlySet<string> = new Set(table.types);

/** Whether resources of a type can carry a map of tags. The table is made by `generate-taggable-types.js`. */
export function isTaggable(type: string): boolean {
  return TYPES.has(type);
}
