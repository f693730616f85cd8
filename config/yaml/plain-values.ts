import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { formatPath, type Segment } from "../path";
import type { Problem } from "../problem";
import { RESERVED_KEYS, reservedKey } from "../shape/reserved-keys";
import type { Position } from "./positions";
import { DEEPEST } from "./yaml-fault";

/** What a document says, where it says it, and what in it is more than plain data. */
export interface PlainValues {
  readonly value: unknown;
  /** By path, as problems name it. */
  readonly positions: ReadonlyMap<string, Position>;
  readonly problems: readonly Problem[];
}

/**
 * Turns a parsed document into plain data. Only what every reader of YAML understands alike is accepted:
 * anchors, aliases, merge keys, tags, keys that are no text and numbers in odd notations are problems,
 * because the engine may read them as something else, or because they let a short file say a great deal.
 */
export function plainValues(root: Node | null, file: string, lines: LineCounter): PlainValues {
  const positions = new Map<string, Position>();
  const problems: Problem[] = [];

  const positionOf = (node: Node): Position => ({ file, line: lines.linePos(node.range?.[0] ?? 0).line });
  const refuse = (
    at: readonly Segment[],
    node: Node,
    found: string,
    fix: string,
    expected = "plain YAML",
  ) => {
    problems.push({ path: formatPath(at) || file, found, expected, fix, ...positionOf(node) });
  };

  const read = (node: Node | null, at: readonly Segment[]): unknown => {
    if (node === null) return null;
    if (isAlias(node)) return refuse(at, node, "an alias", "Write the value out.");
    if (node.anchor !== undefined) refuse(at, node, "an anchor", "Remove the word that begins with &.");
    if (node.tag !== undefined) refuse(at, node, "a tag", "Remove the word that begins with !.");
    if (at.length > DEEPEST)
      return refuse(
        at.slice(0, 3),
        node,
        "values in one another too deeply",
        "Write what the settings ask for.",
      );
    if (isScalar(node)) return readScalar(node, at);
    if (isSeq(node)) return node.items.map((item, index) => readEntry(item as Node | null, [...at, index]));
    return isMap(node) ? readMap(node, at) : null;
  };

  const readEntry = (item: Node | null, at: readonly Segment[]) => {
    if (item !== null) positions.set(formatPath(at), positionOf(item));
    return read(item, at);
  };

  const readScalar = (node: Scalar, at: readonly Segment[]): unknown => {
    const source = node.source ?? "";
    if (
      (typeof node.value === "number" || typeof node.value === "bigint") &&
      !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(source)
    ) {
      refuse(
        at,
        node,
        `the number ${source.slice(0, 40)}`,
        "Write it out, or in quotes if it is an id.",
        "a number in plain decimals",
      );
    }
    return node.value;
  };

  const readMap = (map: YAMLMap, at: readonly Segment[]): Record<string, unknown> => {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.items as Pair<Node | null, Node | null>[]) {
      const name = isScalar(key) && typeof key.value === "string" ? key.value : undefined;
      if (key === null || name === undefined || name === "<<") {
        const found = name === "<<" ? "a merge key" : "a key that is not text";
        refuse(
          at,
          key ?? map,
          found,
          name === "<<" ? "Write the values out." : "Put the key in quotes, or rename it.",
        );
        continue;
      }
      const path = [...at, name];
      const first = entries.has(name) ? positions.get(formatPath(path)) : undefined;
      if (first !== undefined) {
        refuse(
          path,
          key,
          `the same key as in line ${first.line}`,
          "Remove one of the two, or rename it.",
          "each key once",
        );
        continue;
      }
      if (key.anchor !== undefined || key.tag !== undefined)
        refuse(path, key, "an anchor or a tag at a key", "Remove it.");
      if (RESERVED_KEYS.has(name)) problems.push({ ...reservedKey(path, name), ...positionOf(key) });
      else {
        positions.set(formatPath(path), positionOf(key));
        entries.set(name, read(value, path));
      }
    }
    return Object.fromEntries(entries);
  };

  return { value: read(root, []), positions, problems };
}
