import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";

/** The passphrase that encrypts the secrets in the local state: read, or made on first use for its owner alone. */
export function passphraseFrom(file: string): string {
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const partial = `${file}.${process.pid}`;
    fs.writeFileSync(partial, randomBytes(32).toString("base64url"), { mode: 0o600 });
    linkOnce(partial, file);
  }
  return fs.readFileSync(file, "utf8");
}

/** Gives a whole file its name, unless another process was first. */
function linkOnce(partial: string, file: string): void {
  try {
    fs.linkSync(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(partial, { force: true });
  }
}
