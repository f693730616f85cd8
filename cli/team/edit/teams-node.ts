import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { indentOf, lineAt, lineStart, nextLine } from "./lines";

/** A file is written in a way that cannot be edited line by line; the message says how to write it instead. */
export class EditError extends Error {}

/** An entry of a mapping whose key is text. */
export type Entry = Pair<Scalar<string>, Node | null>;

/** The entry `mlplatform:teams` of a stack's file. @throws EditError when there is none. */
export function teamsEntry(text: string): Entry {
  const config = entry(parseDocument(text).contents, "config");
  const teams = entry(config?.value ?? null, "mlplatform:teams");
  if (teams === undefined)
    throw new EditError('There is no "mlplatform:teams" in the file: write "mlplatform:teams: {}" first.');
  return teams;
}

/** The teams of a file, in its order. @throws EditError when they are written in braces. */
export function teamEntries(text: string): Entry[] {
  const { value } = teamsEntry(text);
  if (!isMap(value)) return [];
  if (value.flow === true && value.items.length > 0) throw inBraces("the teams");
  return value.items as Entry[];
}

/** The entries of one team. @throws EditError when they are written in braces. */
export function entriesOf({ key, value }: Entry): Entry[] {
  if (!isMap(value) || value.flow === true) throw inBraces(`the team ${key.value}`);
  return value.items as Entry[];
}

export const keyStart = ({ key }: Entry): number => key.range?.[0] ?? 0;

/** The column of an entry's key, in spaces. */
export const columnOf = (text: string, entry: Entry): number =>
  keyStart(entry) - lineStart(text, keyStart(entry));

/** Where the line after an entry begins, comments that are indented more deeply than its key included. */
export function entryEnd(text: string, entry: Entry): number {
  const end = leafEnd(entry.value) ?? entry.key.range?.[1] ?? 0;
  // A block of text ends with its line; everything else, before the line's comment and end.
  let next = text[end - 1] === "\n" ? end : nextLine(text, end);
  const column = columnOf(text, entry);
  for (
    let line = lineAt(text, next);
    /^\s*#/.test(line) && indentOf(line) > column;
    line = lineAt(text, next)
  ) {
    next = nextLine(text, next);
  }
  return next;
}

/** The end of the last thing that is written in a node. */
function leafEnd(node: Node | null | undefined): number | undefined {
  if (isMap(node) && node.flow !== true) {
    const last = (node as YAMLMap<Scalar, Node | null>).items.at(-1);
    return leafEnd(last?.value) ?? last?.key.range?.[1];
  }
  if (isSeq(node) && node.flow !== true)
    return leafEnd(node.items.at(-1) as Node | undefined) ?? node.range?.[1];
  return node?.range?.[1];
}

function entry(node: Node | null, name: string): Entry | undefined {
  if (!isMap(node)) return undefined;
  return (node.items as Entry[]).find(({ key }) => isScalar(key) && key.value === name);
}

const inBraces = (what: string) =>
  new EditError(`In this file, ${what} stand in braces: write them with one key a line first.`);
