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
  if (value.state !== "known") return value.state === "unknown" ? [{ path, value }] : [];
  const inner = value.value;
  if (inner === null || typeof inner !== "object") return [{ path, value }];
  return Object.keys(inner).flatMap((name) =>
    leavesOf(readOwn(inner, name), join(path, Array.isArray(inner) ? Number(name) : name)),
  );
}

/** The leaves whose property has one of the names: `overrides[0].instanceType`, `instanceTypes[1]`. */
export function leavesNamed(value: Value, path: string, names: readonly string[]): readonly Inner[] {
  const isNamed = (leaf: Inner) => names.includes(/([^.[\]]+)(\[\d+\])*$/.exec(leaf.path)?.[1] ?? "");
  return leavesOf(value, path).filter(isNamed);
}
