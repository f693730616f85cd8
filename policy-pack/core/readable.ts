import { hiddenProperty } from "./hidden";
import { holdsNothingUnknown, isKnownIn } from "./holds-nothing-unknown";
import { unknownCheckingProxy } from "./unknowns";

/**
 * A value that throws when something unknown in it is read, as CrossGuard's proxy does. Where nothing in it is
 * unknown it is returned as it is, because every read through a proxy costs several times as much.
 */
export function readable(value: unknown): unknown {
  return unguarded(value, () => unknownCheckingProxy(value));
}

/**
 * The value itself; on the way to something unknown, a copy that reads this from the guard, which throws.
 * @param guard Makes the guard, which is needed only when something unknown is read.
 */
function unguarded(value: unknown, guard: () => unknown): unknown {
  if (value === null || typeof value !== "object" || holdsNothingUnknown(value)) return value;
  const copy: object = Array.isArray(value) ? [] : {};
  for (const name of Object.keys(value)) {
    const guardOfPart = () => (guard() as Record<string, unknown>)[name];
    Object.defineProperty(
      copy,
      name,
      isKnownIn(value, name) ? plain(value, name, guardOfPart) : hiddenProperty(guardOfPart),
    );
  }
  return copy;
}

function plain(owner: object, name: string, guard: () => unknown): PropertyDescriptor {
  const value = unguarded((owner as Record<string, unknown>)[name], guard);
  return { enumerable: true, configurable: true, writable: true, value };
}
