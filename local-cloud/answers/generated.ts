import { createHash } from "node:crypto";
import type { AnswerContext } from "./answer";

const ALPHABETS = {
  hex: "0123456789abcdef",
  digits: "0123456789",
  lower: "0123456789abcdefghijklmnopqrstuvwxyz",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
} as const;

export type Alphabet = keyof typeof ALPHABETS;

/**
 * Characters that look as if AWS had chosen them, the same for the same resource in every run.
 * @param salt Tells apart several values of one resource.
 */
export function generated(
  context: Pick<AnswerContext, "unique">,
  alphabet: Alphabet,
  length: number,
  salt = "",
): string {
  const letters = ALPHABETS[alphabet];
  let text = "";
  for (let block = 0; text.length < length; block++) {
    const bytes = createHash("sha256").update(`${context.unique}|${alphabet}|${salt}|${block}`).digest();
    for (const byte of bytes) text += letters[byte % letters.length];
  }
  return text.slice(0, length);
}

/** A version 4 UUID, as key ids are. */
export function generatedUuid(context: Pick<AnswerContext, "unique">, salt = ""): string {
  const hex = generated(context, "hex", 32, `uuid${salt}`);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}
