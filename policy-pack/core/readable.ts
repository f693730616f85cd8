import { unknownCheckingProxy } from "@pulumi/policy";
import { readOwn } from "./read";

/**
 * A value that throws when something unknown in it is read, as CrossGuard's proxy does. Where nothing in it is
 * unknown it is returned as it is, because every read through a proxy costs several times as much.
 */
export function readable(value: unknown): unknown {
  const guarded: unknown = unknownCheckingProxy(value);
  return unguarded(value, guarded);
}

/** The value itself; on the way to something unknown, a copy that reads this from the guard, which throws. */
function unguarded(value: unknown, guarded: unknown): unknown {
  if (guarded === null || typeof guarded !== "object") return value;
  const names = Object.keys(guarded);
  const parts = names.map((name) => partOf(value, guarded, name));
  if (parts.every(({ isKnown }) => isKnown)) return value;
  const copy: object = Array.isArray(guarded) ? [] : {};
  for (const [i, name] of names.entries()) Object.defineProperty(copy, name, parts[i]?.descriptor ?? {});
  return copy;
}

/** A property as the copy has it, and whether nothing in it is unknown. */
function partOf(value: unknown, guarded: object, name: string) {
  const own = readOwn(guarded, name);
  if (own.state === "unknown")
    return {
      isKnown: false,
      descriptor: { enumerable: true, get: () => (guarded as Record<string, unknown>)[name] },
    };
  const before = (value as Record<string, unknown>)[name];
  const after = own.state === "known" ? unguarded(before, own.value) : before;
  return {
    isKnown: after === before,
    descriptor: { enumerable: true, configurable: true, writable: true, value: after },
  };
}
