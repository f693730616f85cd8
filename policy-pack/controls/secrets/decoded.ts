import { gunzipSync } from "node:zlib";

const MOST_LAYERS = 3;

/** Blocks of base64 that are long enough to hide a command: whole, or broken into lines as in MIME. */
const BLOCK = /[A-Za-z0-9+/]{4}(?:[A-Za-z0-9+/]|\r?\n(?=[A-Za-z0-9+/=])){12,}={0,2}/g;

/** A text and what is encoded in it: in base64, compressed or in MIME parts, or all of them, a few layers deep. */
export function withDecoded(text: string, layers = MOST_LAYERS): readonly string[] {
  if (layers === 0) return [text];
  const inner = [...text.matchAll(BLOCK)].flatMap(([block]) => decoded(block));
  return [text, ...inner.flatMap((one) => withDecoded(one, layers - 1))];
}

/** A block in plain words; nothing when it holds none. */
function decoded(block: string): readonly string[] {
  const bytes = Buffer.from(block, "base64");
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes) : bytes;
  const text = plain?.toString("utf8") ?? "";
  return /^[\t\n\r -~\u00a0-\uffef]+$/.test(text) && !text.includes("\ufffd") ? [text] : [];
}

function unzipped(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: 1_000_000 });
  } catch {
    return undefined;
  }
}
