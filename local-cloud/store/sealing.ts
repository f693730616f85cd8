import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cloudFolder, writeNew } from "./folder";

/** Secrets can be neither kept nor read: no passphrase, or another than they were sealed with. */
export class SealingError extends Error {}

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const keys = new Map<string, Buffer>();

/** Seals a text with AES-256-GCM under a key derived (scrypt) from the passphrase of the Pulumi stack. */
export function seal(text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** @throws SealingError when the passphrase is not the one that it was sealed with. */
export function open(sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]).toString("utf8");
  } catch {
    throw new SealingError(
      "A secret of the local cloud doesn't open: PULUMI_CONFIG_PASSPHRASE is not the one it was sealed with.",
    );
  }
}

function key(): Buffer {
  const folder = cloudFolder();
  const words = passphrase();
  const cacheKey = `${folder}\n${words}`;
  let derived = keys.get(cacheKey);
  if (!derived) {
    derived = scryptSync(words, salt(folder), KEY_BYTES);
    keys.set(cacheKey, derived);
  }
  return derived;
}

function passphrase(): string {
  const file = process.env.PULUMI_CONFIG_PASSPHRASE_FILE;
  const words =
    process.env.PULUMI_CONFIG_PASSPHRASE ?? (file ? readFileSync(file, "utf8").trim() : undefined);
  if (words === undefined) {
    throw new SealingError("The local cloud keeps secrets sealed, and PULUMI_CONFIG_PASSPHRASE is not set.");
  }
  return words;
}

/** The salt of a cloud, made by whichever process comes first. */
function salt(folder: string): Buffer {
  const path = join(folder, "salt");
  if (!existsSync(path)) writeNew(path, randomBytes(SALT_BYTES).toString("base64"));
  return Buffer.from(readFileSync(path, "utf8"), "base64");
}
