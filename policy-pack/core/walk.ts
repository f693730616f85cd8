import type { Value } from "../contract/value";
import { join } from "./path";
import { readOwn } from "./read";

/** A value somewhere inside another, and the path to it. */
export interface Inner {
  readonly path: string;
  readonly value: Value;
}

/** Every leaf inside a value: strings, numbers, booleans, and what is unknown. Nothing throws. */
export function leavesOf(value: Value, path: string): readonly Inner[] {
  const leaves: Inner[] = [];
  collect(value, path, "", () => true, leaves);
  return leaves;
}

/** The leaves whose property has one of the names: `overrides[0].instanceType`, `instanceTypes[1]`. */
export function leavesNamed(value: Value, path: string, names: readonly string[]): readonly Inner[] {
  return leavesWhere(value, path, (name) => names.includes(name));
}

/** The leaves whose property's name is wanted; the elements of a list have the list's name. */
export function leavesWhere(
  value: Value,
  path: string,
  isWanted: (name: string) => boolean,
): readonly Inner[] {
  const leaves: Inner[] = [];
  collect(value, path, lastName(path), isWanted, leaves);
  return leaves;
}

/** `leavesNamed`, and what is not known as a whole or as an element, inside which such a leaf may be. */
export function leavesNamedOrHidden(value: Value, path: string, names: readonly string[]): readonly Inner[] {
  const own = lastName(path);
  return leavesNamed(value, path, [...names, own]).filter(
    (leaf) => leaf.value.state === "unknown" || names.includes(lastName(leaf.path)),
  );
}

/** The property at the end of a path, or the list that ends there: `instanceTypes[1]` is one of `instanceTypes`. */
const lastName = (path: string): string => /([^.[\]]+)(\[\d+\])*$/.exec(path)?.[1] ?? "";

/** Adds the leaves inside a value whose property is wanted; the elements of a list have the list's name. */
function collect(
  value: Value,
  path: string,
  property: string,
  isWanted: (property: string) => boolean,
  leaves: Inner[],
): void {
  if (value.state === "unset") return;
  const inner = insideOf(value);
  if (inner === undefined) {
    if (isWanted(property)) leaves.push({ path, value });
  } else if (Array.isArray(inner)) {
    for (const index of Object.keys(inner)) {
      collect(readOwn(inner, index), join(path, Number(index)), property, isWanted, leaves);
    }
  } else {
    for (const name of Object.keys(inner)) {
      const own = readOwn(inner, name);
      // Of the many leaves that nobody wants, not even the path is made.
      if (insideOf(own) !== undefined || isWanted(name))
        collect(own, join(path, name), name, isWanted, leaves);
    }
  }
}

/** The list or object that a value is; undefined for a leaf. */
function insideOf(value: Value): object | undefined {
  const inner = value.state === "known" ? value.value : undefined;
  return typeof inner === "object" && inner !== null ? inner : undefined;
}
