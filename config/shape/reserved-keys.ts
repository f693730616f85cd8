import { formatPath, type Segment } from "../path";
import type { Problem } from "../problem";

/** Keys that mean something to every JavaScript object, and so could reach what was not written. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export function reservedKey(path: readonly Segment[], key: string): Problem {
  return {
    path: formatPath(path),
    found: `the key "${key}"`,
    expected: "a key that JavaScript does not reserve",
    fix: "Rename it.",
  };
}

/** The settings need nine levels; what is deeper is refused by its shape, and never looked at. */
const DEEPEST = 32;

/** Every reserved key in a value. */
export function reservedKeyProblems(value: unknown, at: readonly Segment[] = []): Problem[] {
  if (typeof value !== "object" || value === null || at.length > DEEPEST) return [];
  const entries: [Segment, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]) => {
    const path = [...at, key];
    const own = typeof key === "string" && RESERVED_KEYS.has(key) ? [reservedKey(path, key)] : [];
    return [...own, ...reservedKeyProblems(child, path)];
  });
}
