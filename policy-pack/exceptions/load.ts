import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { ExceptionFile, ExceptionRecord } from "./record";

const selector = z.strictObject({
  stack: z.string().optional(),
  urn: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  tag: z.strictObject({ name: z.string(), value: z.string() }).optional(),
});

const record = z.strictObject({
  id: z.string().min(1),
  ticket: z.string(),
  control: z.string(),
  finding: z.string().optional(),
  select: selector,
  reason: z.string(),
  category: z.enum(["waiver", "mitigated"]),
  compensatingControl: z.string().optional(),
  requestedBy: z.string().min(1),
  approvedBy: z.array(z.string().min(1)),
  // A missing or malformed day is kept, and counts as expired.
  createdOn: z.string().catch("missing"),
  expiresOn: z.string().catch("missing"),
});

const file = z.strictObject({
  approvers: z.array(z.string()).default([]),
  exceptions: z.array(z.unknown()).default([]),
});

/** Reads the text of an exceptions file. What cannot be read is listed in `unreadable`; nothing throws. */
export function parseExceptions(text: string): ExceptionFile {
  const whole = file.safeParse(yamlOf(text) ?? {});
  if (!whole.success) return { approvers: [], exceptions: [], unreadable: [wordsOf(whole.error)] };
  const results = whole.data.exceptions.map((one) => record.safeParse(one));
  return {
    approvers: whole.data.approvers,
    exceptions: results.flatMap((one): ExceptionRecord[] =>
      one.success ? [one.data as ExceptionRecord] : [],
    ),
    unreadable: results.flatMap((one, i) => (one.success ? [] : [`exceptions[${i}]: ${wordsOf(one.error)}`])),
  };
}

/** The pack's own exceptions, from `exceptions.yaml` beside it. */
export function loadExceptions(): ExceptionFile {
  return parseExceptions(readFileSync(join(__dirname, "..", "exceptions.yaml"), "utf8"));
}

function yamlOf(text: string): unknown {
  try {
    return parse(text, { logLevel: "error" }) as unknown;
  } catch (error) {
    return `not YAML: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function wordsOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
}
