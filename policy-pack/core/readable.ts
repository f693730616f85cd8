import { unknownCheckingProxy } from "@pulumi/policy";
import { readOwn } from "./read";

/**
 * A value that throws when something unknown in it is read, as CrossGuard's proxy does. Where nothing in it is
 * unknown it is returned as it is, because every read through a proxy costs several times as much.
 */
export function readable(value: unknown): unknown {
  const guarded: unknown = unknownCheckingProxy(value);
  return holdsUnknown(guarded) ? guarded : value;
}

function holdsUnknown(guarded: unknown): boolean {
  if (guarded === null || typeof guarded !== "object") return false;
  return Object.keys(guarded).some((name) => {
    const own = readOwn(guarded, name);
    return own.state === "unknown" || (own.state === "known" && holdsUnknown(own.value));
  });
}
