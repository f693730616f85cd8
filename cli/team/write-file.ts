import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Replaces a file's text at once: an interruption leaves the old text or the new one, never a part. */
export function replaceFile(file: string, text: string): void {
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, text, { mode: statSync(file).mode, flag: "wx" });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
