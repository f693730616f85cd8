import type { Value } from "../contract/value";
import { steps } from "./path";

const LONGEST = 120;
const SECRET_NAME = /passw|secret|token|credential|privatekey|accesskey|apikey|userdata/i;

/** A value in the words of a message: shortened, and masked where its property's name says that it is a secret. */
export function shown(value: Value, path = ""): string {
  if (value.state === "unset") return "not set";
  if (value.state === "unknown") return "not known before deployment";
  if (isSecretName(steps(path).at(-1) ?? "")) return "[masked]";
  return shorten(text(value.value));
}

/** A name that ends in `Arn` or `Id` says where the secret is, not what it is. */
function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !/arn$|id$/i.test(name);
}

function text(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value, (name, inner: unknown) => (isSecretName(name) ? "[masked]" : inner));
  } catch {
    return Array.isArray(value)
      ? "a list with values not known before deployment"
      : "an object with values not known before deployment";
  }
}

function shorten(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}
