import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type ExceptionFile, type ExceptionRecord, NO_EXCEPTIONS } from "./record";
import { fileShape, recordShape } from "./shape";

// A missing or malformed day is kept, and counts as expired.
const record = recordShape.extend({
  createdOn: z.string().catch("missing"),
  expiresOn: z.string().catch("missing"),
});

/** Reads the text of an exceptions file. What cannot be read is listed in `unreadable`; nothing throws. */
export function parseExceptions(text: string): ExceptionFile {
  const yaml = yamlOf(text);
  if ("fault" in yaml) return unreadable(yaml.fault);
  const whole = fileShape.safeParse(yaml.value ?? {});
  if (!whole.success) return unreadable(wordsOf(whole.error));
  const results = whole.data.exceptions.map((one) => record.safeParse(one));
  return {
    approvers: whole.data.approvers,
    exceptions: results.flatMap((one): ExceptionRecord[] =>
      one.success ? [one.data as ExceptionRecord] : [],
    ),
    unreadable: results.flatMap((one, i) => (one.success ? [] : [`exceptions[${i}]: ${wordsOf(one.error)}`])),
  };
}

/** The pack's own exceptions, from `exceptions.yaml` beside it. Without the file there are none. */
export function loadExceptions(): ExceptionFile {
  const path = join(__dirname, "..", "exceptions.yaml");
  return existsSync(path) ? parseExceptions(readFileSync(path, "utf8")) : NO_EXCEPTIONS;
}

const unreadable = (words: string): ExceptionFile => ({ approvers: [], exceptions: [], unreadable: [words] });

function yamlOf(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: parse(text, { logLevel: "error" }) as unknown };
  } catch (error) {
    // The first line says what is wrong, and at which line and column; the others show the text.
    const [what = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { fault: `not YAML: ${what.replace(/:$/, "")}` };
  }
}

/** What is wrong with a record or the file, each with the path to it; what is wrong with the whole has none. */
function wordsOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => [path.join("."), message].filter((one) => one !== "").join(": "))
    .join("; ");
}
