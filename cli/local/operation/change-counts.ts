import type { Change } from "./operation-log";

/** The engine's steps in a person's words: what will be done, and what was. Steps that are not named are parts of one. */
const WORDS: Readonly<Record<string, { readonly planned: string; readonly done: string }>> = {
  create: { planned: "to create", done: "created" },
  update: { planned: "to update", done: "updated" },
  replace: { planned: "to replace", done: "replaced" },
  delete: { planned: "to delete", done: "deleted" },
  import: { planned: "to adopt", done: "adopted" },
};

/**
 * How many resources change, and how: `48 to create, 2 to update`, or `no changes`.
 * @param unchanged How many stay as they are; said only beside changes.
 */
export function changeCounts(changes: Iterable<Change>, tense: "planned" | "done", unchanged = 0): string {
  const counts = new Map<string, number>();
  for (const { op } of changes) counts.set(op, (counts.get(op) ?? 0) + 1);
  const parts = Object.entries(WORDS).flatMap(([op, words]) => {
    const count = counts.get(op) ?? 0;
    return count === 0 ? [] : [`${count} ${words[tense]}`];
  });
  if (parts.length === 0) return "no changes";
  return unchanged === 0 ? parts.join(", ") : `${parts.join(", ")}, ${unchanged} unchanged`;
}
