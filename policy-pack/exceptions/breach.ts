import type { ExceptionRecord } from "./record";

/** A rule of exceptions that a record breaks: what was found, and what is required. */
export interface Breach {
  readonly record: ExceptionRecord;
  readonly property: string;
  readonly found: string;
  readonly required: string;
}

/** A list with one breach when a rule is broken, otherwise an empty one. */
export type Reporter = (
  broken: boolean,
  property: string,
  found: string,
  required: string,
) => readonly Breach[];

export function reporterOf(record: ExceptionRecord): Reporter {
  return (broken, property, found, required) => (broken ? [{ record, property, found, required }] : []);
}
