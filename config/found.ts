import { isMapping } from "./mapping";

/** What is found where nothing is written. */
export const NOTHING = "nothing";

const LONGEST_TEXT = 60;

/** A value as it is shown to a person: short, on one line, and with its kind where that is the fault. */
export function found(value: unknown): string {
  if (value === undefined || value === null) return NOTHING;
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return Number.isFinite(value) ? `the number ${value}` : "no finite number";
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value))
    return value.length === 1 ? "a list of 1 entry" : `a list of ${value.length} entries`;
  return isEncrypted(value) ? "an encrypted value" : "a mapping";
}

/** Whether a value is one that `pulumi config set --secret` wrote. */
export function isEncrypted(value: unknown): boolean {
  if (!isMapping(value) || Object.keys(value).length !== 1) return false;
  return typeof value["secure"] === "string";
}

/** JSON's escapes keep control characters from the terminal; those above ASCII that could mislead go too. */
function text(value: string): string {
  const short = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    escape,
  );
}

const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Words as a person lists them: `dev, staging or prod`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "nothing";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
