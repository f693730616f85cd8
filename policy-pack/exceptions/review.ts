import type { Control, PackSettings, Violation } from "../contract/control";
import type { RawResource } from "../contract/subject";
import { violation } from "../core/findings";
import { parseUrn } from "../core/urn";
import type { ExceptionFile, ExceptionRecord } from "./record";
import { breachesOf, isExpired } from "./rules";
import { stackOf } from "./select";

/** The exceptions sorted by what they are worth, and what is wrong with those that are worth nothing. */
export interface Review {
  /** Those that keep every rule and have not expired: only they except anything. */
  readonly valid: readonly ExceptionRecord[];
  /** Those past their day. */
  readonly expired: readonly ExceptionRecord[];
  readonly violations: readonly Violation[];
}

/**
 * Judges the exceptions themselves. Every broken rule and every expired record is a violation, reported on the
 * stack that is judged when the record speaks of that stack or of none.
 */
export function reviewExceptions(
  file: ExceptionFile,
  controls: readonly Control[],
  settings: PackSettings,
  stack: Pick<RawResource, "urn">,
  now: Date,
): Review {
  const own = file.exceptions.filter((record) => concerns(record, stack.urn));
  const breaches = own.flatMap((record) => breachesOf(record, file, controls, settings));
  const broken = new Set(breaches.map((breach) => breach.record));
  const expired = own.filter((record) => isExpired(record, now));
  return {
    valid: own.filter((record) => !broken.has(record) && !isExpired(record, now)),
    expired,
    violations: [
      ...file.unreadable.map((words) =>
        violation(stack, "exceptions.yaml", words, "an exception record that can be read"),
      ),
      ...breaches.map((b) => violation(stack, propertyOf(b.record, b.property), b.found, b.required)),
      ...expired.map((record) =>
        violation(
          stack,
          propertyOf(record, "expiresOn"),
          `expired on ${record.expiresOn}`,
          "a day that has not passed",
        ),
      ),
    ],
  };
}

/** A violation for each valid exception that covered nothing in its stack. */
export function unusedExceptions(
  review: Review,
  usedIds: ReadonlySet<string>,
  stack: Pick<RawResource, "urn">,
): readonly Violation[] {
  return review.valid
    .filter((record) => !usedIds.has(record.id))
    .map((record) =>
      violation(
        stack,
        propertyOf(record, "select"),
        "covers no violation",
        "an exception that is still needed",
      ),
    );
}

function concerns(record: ExceptionRecord, urn: string): boolean {
  const stack = stackOf(record.select);
  return stack === undefined || stack === parseUrn(urn)?.stack;
}

function propertyOf(record: ExceptionRecord, property: string): string {
  return `exceptions.yaml ${record.id}.${property}`;
}
