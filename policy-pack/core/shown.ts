import type { Value } from "../contract/value";
import { steps } from "./path";
import { isSecretName } from "./secret-name";

const LONGEST = 120;

/** A value in the words of a message: shortened, and masked where its property's name says that it is a secret. */
export function shown(value: Value, path = ""): string {
  if (value.state === "unset") return "not set";
  if (value.state === "unknown") return "not known before deployment";
  if (isSecret(lastName(path), value.value)) return "[masked]";
  return shorten(text(value.value));
}

/** A value under a secret's name is not shown, save a switch: that something is on or off is no secret. */
const isSecret = (name: string, value: unknown): boolean =>
  isSecretName(name) && typeof value !== "boolean" && value !== "true" && value !== "false";

/** The last name on a path; an element of a list has that of the list. */
const lastName = (path: string): string => steps(path).findLast((step) => !/^\d+$/.test(step)) ?? "";

function text(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value, (name, inner: unknown) => (isSecret(name, inner) ? "[masked]" : inner));
  } catch {
    return Array.isArray(value)
      ? "a list with values not known before deployment"
      : "an object with values not known before deployment";
  }
}

function shorten(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}
