import { UNKNOWNS } from "./unknowns";

/** Whether nothing inside a value is unknown: neither by what stands for it, nor by throwing when it is read. */
export function holdsNothingUnknown(value: unknown): boolean {
  if (value === null || typeof value !== "object") return true;
  try {
    for (const name of Object.keys(value)) {
      const inner = (value as Record<string, unknown>)[name];
      if (UNKNOWNS.has(inner) || !holdsNothingUnknown(inner)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Whether a property itself is known, whatever is inside it. */
export function isKnownIn(owner: object, name: string): boolean {
  try {
    return !UNKNOWNS.has((owner as Record<string, unknown>)[name]);
  } catch {
    return false;
  }
}
