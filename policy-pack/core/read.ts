import { known, UNKNOWN, UNSET, type Value } from "../contract/value";
import { askQuietly, HIDDEN } from "./hidden";
import { steps } from "./path";

/**
 * Reads one property without throwing. CrossGuard's proxy throws when an unknown property is read and only then,
 * so whether it is there is asked first, which throws nothing. A null counts as unset.
 */
export function readOwn(owner: unknown, name: string): Value {
  if (owner === null || typeof owner !== "object") return UNSET;
  if (!Object.hasOwn(owner, name)) return UNSET;
  try {
    const value = askQuietly(owner, name);
    if (value === HIDDEN) return UNKNOWN;
    return value === null || value === undefined ? UNSET : known(value);
  } catch {
    return UNKNOWN;
  }
}

/** Reads the value at a path, a step at a time; unknown as soon as one step is. */
export function readPath(root: unknown, path: string): Value {
  let current: Value | undefined;
  for (const step of steps(path)) {
    if (current !== undefined && current.state !== "known") return current;
    current = readOwn(current === undefined ? root : current.value, step);
  }
  return current ?? known(root);
}

/** A plain copy of a value with nothing unknown in it; unknown when any part of it is. */
export function readWhole(value: unknown): Value {
  if (value === null || typeof value !== "object") return known(value);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  for (const name of Object.keys(value)) {
    const own = readOwn(value, name);
    if (own.state === "unset") continue;
    const whole = own.state === "known" ? readWhole(own.value) : own;
    if (whole.state !== "known") return UNKNOWN;
    Object.defineProperty(copy, name, {
      value: whole.value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return known(copy);
}
