import type { Answer, AnswerContext, Answerer } from "./answer";
import { generated, generatedUuid } from "./generated";

/** Where random values come from: bytes that a test can foresee, or true randomness. */
export type Bytes = (length: number) => Buffer;

type Inputs = Readonly<Record<string, unknown>>;

const SPECIAL = "!@#$%&*()-_=+[]{}<>:?";
/** A well-formed hash of nothing: no one can sign in with it, and computing a true one would cost time. */
const BCRYPT_HASH = "$2a$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";

function characters(inputs: Inputs, bytes: Bytes): string {
  const allowed = [
    inputs.lower === false ? "" : "abcdefghijklmnopqrstuvwxyz",
    inputs.upper === false ? "" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    inputs.number === false || inputs.numeric === false ? "" : "0123456789",
    inputs.special === false
      ? ""
      : typeof inputs.overrideSpecial === "string"
        ? inputs.overrideSpecial
        : SPECIAL,
  ].join("");
  const length = typeof inputs.length === "number" ? inputs.length : 16;
  return pick(allowed, length, bytes);
}

/** Evenly chosen letters: a byte beyond the last whole multiple of the alphabet is drawn again. */
function pick(alphabet: string, length: number, bytes: Bytes): string {
  if (alphabet.length === 0) return "";
  const limit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of bytes(2 * length)) {
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}

function randomId(inputs: Inputs, bytes: Bytes): Answer {
  const raw = bytes(typeof inputs.byteLength === "number" ? inputs.byteLength : 8);
  const prefix = typeof inputs.prefix === "string" ? inputs.prefix : "";
  const id = raw.toString("base64url");
  return {
    id,
    outputs: {
      b64Std: prefix + raw.toString("base64"),
      b64Url: prefix + id,
      hex: prefix + raw.toString("hex"),
      dec: prefix + BigInt(`0x${raw.toString("hex")}`).toString(),
    },
  };
}

function randomBytes(inputs: Inputs, bytes: Bytes): Answer {
  const raw = bytes(typeof inputs.length === "number" ? inputs.length : 16);
  return { id: "none", outputs: { base64: raw.toString("base64"), hex: raw.toString("hex") } };
}

function randomInteger(inputs: Inputs, bytes: Bytes): Answer {
  const min = typeof inputs.min === "number" ? inputs.min : 0;
  const max = typeof inputs.max === "number" ? inputs.max : min;
  const result = min + (bytes(6).readUIntBE(0, 6) % (max - min + 1));
  return { id: String(result), outputs: { result } };
}

function randomUuid(bytes: Bytes): Answer {
  const result = generatedUuid({ unique: bytes(16).toString("hex") });
  return { id: result, outputs: { result } };
}

function randomString(inputs: Inputs, bytes: Bytes): Answer {
  const result = characters(inputs, bytes);
  return { id: result, outputs: { result } };
}

/** The outputs of each type of the random provider, from the given source of bytes. */
export const RANDOM_TYPES: Readonly<Record<string, (inputs: Inputs, bytes: Bytes) => Answer>> = {
  "random:index/randomPassword:RandomPassword": (inputs, bytes) => ({
    id: "none",
    outputs: { result: characters(inputs, bytes), bcryptHash: BCRYPT_HASH },
  }),
  "random:index/randomString:RandomString": randomString,
  "random:index/randomId:RandomId": randomId,
  "random:index/randomBytes:RandomBytes": randomBytes,
  "random:index/randomInteger:RandomInteger": randomInteger,
  "random:index/randomUuid:RandomUuid": (_, bytes) => randomUuid(bytes),
};

/** Values that are the same for the same resource in every run. */
function foreseeable(context: AnswerContext): Bytes {
  let drawn = 0;
  return (length) => Buffer.from(generated(context, "hex", 2 * length, `random${drawn++}`), "hex");
}

/** The answers of the random provider where nothing is deployed: foreseeable, never to be used as secrets. */
export const RANDOM_ANSWERS: Readonly<Record<string, Answerer>> = Object.fromEntries(
  Object.entries(RANDOM_TYPES).map(([type, answer]) => [
    type,
    (inputs: Inputs, context: AnswerContext) => answer(inputs, foreseeable(context)),
  ]),
);
