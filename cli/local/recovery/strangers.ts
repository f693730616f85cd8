import * as fs from "node:fs";
import * as path from "node:path";
import type { LocalFolders } from "../folders";
import type { State } from "../state";

/** Something that exists in the local cloud, made for a resource of a stack. */
export interface Existing {
  readonly urn: string;
  readonly id: string;
}

const keyOf = ({ urn, id }: Existing): string => `${urn} ${id}`;

const markFile = (folders: LocalFolders, stack: string): string =>
  path.join(folders.root, "unfinished", `${stack}.json`);

/**
 * Notes what exists while an operation is under way, so that what a cut-off one made is told from what was there.
 * The note of an operation that did not end well is kept until it was recovered from.
 */
export function markUnfinished(folders: LocalFolders, stack: string, existing: readonly Existing[]): void {
  const file = markFile(folders, stack);
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.new`, JSON.stringify(existing.map(keyOf)));
  fs.renameSync(`${file}.new`, file);
}

/** The operation ended well, or was recovered from. */
export function markFinished(folders: LocalFolders, stack: string): void {
  fs.rmSync(markFile(folders, stack), { force: true });
}

/**
 * What an unfinished operation made without the engine ever learning of it: its provider was killed between the
 * deed and the answer. The engine takes that for a failure, and would make it a second time.
 */
export function strangers<T extends Existing>(
  folders: LocalFolders,
  stack: string,
  existing: readonly T[],
  state: State,
): readonly T[] {
  const file = markFile(folders, stack);
  if (!fs.existsSync(file)) return [];
  const before = new Set(JSON.parse(fs.readFileSync(file, "utf8")) as readonly string[]);
  const known = new Set(state.resources.map(({ urn, id }) => keyOf({ urn, id: id ?? "" })));
  return existing.filter((one) => !before.has(keyOf(one)) && !known.has(keyOf(one)));
}
