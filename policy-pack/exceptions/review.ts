import type { Control, PackSettings, Violation } from "../contract/control";
import type { RawResource } from "../contract/subject";
import { violation } from "../core/findings";
import { tierOfStack } from "../core/tier";
import { parseUrn } from "../core/urn";
import type { Breach } from "./breach";
import type { ExceptionFile, ExceptionRecord } from "./record";
import { breachesOf, isExpired } from "./rules";
import { stackOf } from "./select";
import { tierBreaches } from "./tier-rules";

/** The exceptions of a stack sorted by what they are worth, and what is wrong with those that are worth nothing. */
export interface Review {
  /** Those that keep every rule of their stack's tier and have not expired: only they except anything. */
  readonly valid: readonly ExceptionRecord[];
  /**
   * What valid ones lack for a resource that is judged as prod though its stack is not, because its provider acts in
   * an account of prod: there they except nothing.
   */
  readonly lackingInProd: ReadonlyMap<ExceptionRecord, readonly Breach[]>;
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
  const breaches = own.flatMap((record) => breachesOf(record, file, controls, settings, now));
  const broken = new Set(breaches.map((breach) => breach.record));
  const expired = own.filter((record) => isExpired(record, now));
  const valid = own.filter((record) => !broken.has(record) && !isExpired(record, now));
  return {
    valid,
    lackingInProd: lackingInProd(valid, controls, settings),
    expired,
    violations: [
      ...file.unreadable.map((words) =>
        violation(stack, "exceptions.yaml", words, "an exception record that can be read"),
      ),
      ...breaches.map((breach) => breachViolation(stack, breach)),
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

/** A broken rule as a violation of the stack that is judged. */
export function breachViolation(stack: Pick<RawResource, "urn">, breach: Breach): Violation {
  return violation(stack, propertyOf(breach.record, breach.property), breach.found, breach.required);
}

/** What valid records would lack were their stack prod; those that lack nothing are left out. */
export function lackingInProd(
  valid: readonly ExceptionRecord[],
  controls: readonly Control[],
  settings: PackSettings,
): ReadonlyMap<ExceptionRecord, readonly Breach[]> {
  const below = valid.filter(({ select }) => tierOfStack(stackOf(select) ?? "", settings) !== "prod");
  const lacking = below.map((record) => {
    const control = controls.find((one) => one.name === record.control);
    return [record, tierBreaches(record, control, "prod")] as const;
  });
  return new Map(lacking.filter(([, breaches]) => breaches.length > 0));
}

function concerns(record: ExceptionRecord, urn: string): boolean {
  const stack = stackOf(record.select);
  return stack === undefined || stack === parseUrn(urn)?.stack;
}

function propertyOf(record: ExceptionRecord, property: string): string {
  return `exceptions.yaml ${record.id}.${property}`;
}
