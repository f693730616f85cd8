import type { Tier } from "../contract/control";
import type { ReportedDeferral, ReportedViolation, UsedException } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { daysLeft } from "./days";
import type { ExceptionRecord } from "./record";
import type { Review } from "./review";
import { selects } from "./select";

/**
 * A violation with the exception that covers it, if any: it is then told and no longer blocks. An expired one is
 * named and changes nothing.
 * @param raw The resource that it was found at; undefined for what is found at no resource, which nothing excepts.
 */
export function withException(
  violation: ReportedViolation,
  raw: RawResource | undefined,
  review: Pick<Review, "valid" | "lackingInProd" | "expired">,
  now: Date,
): ReportedViolation {
  if (raw === undefined) return violation;
  const covering = (record: ExceptionRecord) => covers(record, violation, raw);
  const exception = review.valid.filter((record) => holdsIn(review, record, violation.tier)).find(covering);
  if (exception !== undefined) return { ...violation, level: "advisory", exception: used(exception, now) };
  const gone = review.expired.find(covering);
  return gone === undefined ? violation : { ...violation, expiredException: used(gone, now) };
}

/** Whether an exception is meant for a violation, whatever it is worth. */
export function covers(
  record: ExceptionRecord,
  { control, finding }: Pick<ReportedViolation, "control" | "finding">,
  raw: RawResource,
): boolean {
  return (
    record.control === control &&
    (record.finding === undefined || record.finding === finding) &&
    selects(record.select, raw)
  );
}

/** Whether an exception is meant for what a judgement that waits may find: which finding that is shows only then. */
export function awaits(
  record: ExceptionRecord,
  { control }: Pick<ReportedDeferral, "control">,
  raw: RawResource,
): boolean {
  return record.control === control && selects(record.select, raw);
}

/** Whether a valid exception is one in a tier too. */
export function holdsIn(
  { lackingInProd }: Pick<Review, "lackingInProd">,
  record: ExceptionRecord,
  tier: Tier,
): boolean {
  return tier !== "prod" || !lackingInProd.has(record);
}

function used(record: ExceptionRecord, now: Date): UsedException {
  return {
    id: record.id,
    ticket: record.ticket,
    expiresOn: record.expiresOn,
    daysLeft: daysLeft(record.expiresOn, now),
  };
}
