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
 * How many resources change, and how: `48 to create, 2 to update`, or `no changes`. Components and providers are
 * steps of the engine, not resources: they are named only where nothing else changes.
 */
export function changeCounts(changes: Iterable<Change>, tense: "planned" | "done"): string {
  const all = [...changes].filter(({ op }) => Object.hasOwn(WORDS, op));
  const resources = all.filter(({ isResource }) => isResource);
  if (resources.length === 0 && all.length > 0) return "no resource changes, only components or providers";
  const parts = Object.entries(WORDS).flatMap(([op, words]) => {
    const count = resources.filter((change) => change.op === op).length;
    return count === 0 ? [] : [`${count} ${words[tense]}`];
  });
  return parts.length === 0 ? "no changes" : parts.join(", ");
}
