import { isEncrypted } from "../found";
import { nearest } from "../nearest";
import type { Segment } from "../path";

/**
 * What to do about a value of the wrong shape, in one sentence.
 * @param words The values allowed, where there is a list of them.
 */
export function fixFor(
  value: unknown,
  expected: string,
  path: readonly Segment[],
  words: readonly string[],
): string {
  const name = String(path.at(-1));
  if (value === undefined || value === null) return `Add "${name}": ${expected}.`;
  if (expected.startsWith("a quoted string") && typeof value === "number") {
    // With fewer digits than twelve, nobody can tell which id was meant.
    const written = /^\d{12}$/.test(String(value)) ? `: ${name}: "${value}"` : ", all 12 digits of it";
    return `Put the id in quotes${written}.`;
  }
  if (isEncrypted(value)) return `Write it as it is: ${name} is no secret.`;
  if (expected.startsWith("at most")) return "Shorten it.";
  if (expected.startsWith("at least")) return "Add what is missing.";
  if (typeof value === "number" && !/number/.test(expected))
    return `Change it to ${expected}, in quotes where it looks like a number.`;
  if (typeof value === "string" && /number/.test(expected) && Number.isFinite(Number(value)))
    return "Remove the quotes.";
  const meant = typeof value === "string" ? nearest(value, words) : undefined;
  return meant === undefined ? `Change it to ${expected}.` : `Write "${meant}".`;
}
