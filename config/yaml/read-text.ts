import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../problem";
import { fileFault, LARGEST_FILE_BYTES } from "./yaml-fault";

/**
 * Reads a file as text.
 * @param root The folder of the project.
 * @returns The text, or the one problem that keeps it from being read. Never throws.
 */
export function readText(root: string, file: string): string | Problem {
  let bytes: Buffer;
  try {
    const handle = openSync(join(root, file), "r");
    try {
      const status = fstatSync(handle);
      if (!status.isFile())
        return fileFault(file, "something that is not a file", "a YAML file", "Write the file.");
      if (status.size > LARGEST_FILE_BYTES) return tooLarge(file, status.size);
      bytes = readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? "an error");
  }
  return decode(file, bytes);
}

function decode(file: string, bytes: Buffer): string | Problem {
  try {
    // The decoder drops a byte-order mark at the beginning; the engine does too.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fileFault(file, "bytes that are not UTF-8", "text in UTF-8", "Save the file in UTF-8.");
  }
}

const tooLarge = (file: string, size: number) =>
  fileFault(
    file,
    `${size} bytes`,
    `at most ${LARGEST_FILE_BYTES} bytes`,
    "Remove what is not configuration.",
  );

const unreadable = (file: string, code: string) =>
  code === "ENOENT"
    ? fileFault(
        file,
        "no such file",
        "a YAML file in the project's folder",
        `Create ${file}, or select another stack.`,
      )
    : fileFault(file, `a file that cannot be read (${code})`, "a readable file", "Check its permissions.");
