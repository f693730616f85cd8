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
import { oddNumber, type Refusal, REFUSALS, repeatedKey } from "./refusals";
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
  const refuse = (at: readonly Segment[], node: Node, refusal: Refusal): void => {
    problems.push({ path: formatPath(at) || file, ...refusal, ...positionOf(node) });
  };

  const read = (node: Node | null, at: readonly Segment[]): unknown => {
    if (node === null) return null;
    if (isAlias(node)) return refuse(at, node, REFUSALS.alias);
    if (node.anchor !== undefined) refuse(at, node, REFUSALS.anchor);
    if (node.tag !== undefined) refuse(at, node, REFUSALS.tag);
    // The path is cut: all of it would be longer than what it explains.
    if (at.length > DEEPEST) return refuse(at.slice(0, 3), node, REFUSALS.tooDeep);
    if (isScalar(node)) return readScalar(node, at);
    if (isSeq(node)) return node.items.map((item, index) => readEntry(item as Node | null, [...at, index]));
    return isMap(node) ? readMap(node, at) : null;
  };

  const readScalar = (node: Scalar, at: readonly Segment[]): unknown => {
    const source = node.source ?? "";
    if (typeof node.value === "number" && !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(source))
      refuse(at, node, oddNumber(source));
    return node.value;
  };

  const readEntry = (item: Node | null, at: readonly Segment[]): unknown => {
    if (item !== null) positions.set(formatPath(at), positionOf(item));
    return read(item, at);
  };

  const readMap = (map: YAMLMap, at: readonly Segment[]): Record<string, unknown> => {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.items as Pair<Node | null, Node | null>[]) {
      const name = isScalar(key) && typeof key.value === "string" ? key.value : undefined;
      if (key === null || name === undefined) refuse(at, key ?? map, REFUSALS.noText);
      else if (name === "<<") refuse(at, key, REFUSALS.mergeKey);
      else if (entries.has(name)) {
        const path = [...at, name];
        refuse(path, key, repeatedKey(positions.get(formatPath(path))?.line ?? 0));
      } else if (RESERVED_KEYS.has(name))
        problems.push({ ...reservedKey([...at, name], name), ...positionOf(key) });
      else entries.set(name, readPair(key, name, value, at));
    }
    return Object.fromEntries(entries);
  };

  const readPair = (key: Node, name: string, value: Node | null, at: readonly Segment[]): unknown => {
    const path = [...at, name];
    if (isScalar(key) && (key.anchor !== undefined || key.tag !== undefined))
      refuse(path, key, REFUSALS.keyProperty);
    positions.set(formatPath(path), positionOf(key));
    return read(value, path);
  };

  return { value: read(root, []), positions, problems };
}
