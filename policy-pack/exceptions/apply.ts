import type { ReportedViolation, UsedException } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { daysLeft } from "./days";
import type { ExceptionRecord } from "./record";
import { selects } from "./select";

/**
 * A violation with the exception that covers it, if any: it is then told and no longer blocks. An expired one is
 * named and changes nothing. `valid` are the exceptions that keep the rules, `expired` those past their day.
 */
export function withException(
  violation: ReportedViolation,
  raw: RawResource | undefined,
  valid: readonly ExceptionRecord[],
  expired: readonly ExceptionRecord[],
  now: Date,
): ReportedViolation {
  if (raw === undefined) return violation;
  const covers = (record: ExceptionRecord) =>
    record.control === violation.control &&
    (record.finding === undefined || record.finding === violation.finding) &&
    selects(record.select, raw);
  const exception = valid.find(covers);
  if (exception !== undefined) return { ...violation, level: "advisory", exception: used(exception, now) };
  const gone = expired.find(covers);
  return gone === undefined ? violation : { ...violation, expiredException: used(gone, now) };
}

function used(record: ExceptionRecord, now: Date): UsedException {
  return {
    id: record.id,
    ticket: record.ticket,
    expiresOn: record.expiresOn,
    daysLeft: daysLeft(record.expiresOn, now),
  };
}
