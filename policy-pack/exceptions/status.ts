import type { Control, PackSettings } from "../contract/control";
import type { Report } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { daysLeft } from "./days";
import type { ExceptionFile, ExceptionRecord } from "./record";
import { breachesOf, isExpired } from "./rules";
import { selects, stackOf } from "./select";

/** Days before its end from which an exception is warned of: time to renew it, or to mend what it covers. */
export const WARNING_DAYS = 14;

/** What is wrong with an exception: which property, what was found, what is required. */
export interface ExceptionFault {
  readonly property: string;
  readonly found: string;
  readonly required: string;
}

/** What has become of one exception. */
export interface ExceptionStatus {
  readonly record: ExceptionRecord;
  /** Whole days until it expires, the last day counted; 0 or less once it has. */
  readonly daysLeft: number;
  /** It still counts, for no longer than `WARNING_DAYS`. */
  readonly expiresSoon: boolean;
  /** The URNs of the resources that it selects. */
  readonly selects: readonly string[];
  /** The URNs of those among them that have a violation which it covers. */
  readonly covers: readonly string[];
  readonly faults: readonly ExceptionFault[];
}

/** A stack as it was judged, with the same exceptions. */
export interface JudgedStack {
  readonly stack: string;
  readonly resources: readonly RawResource[];
  readonly report: Pick<Report, "exceptionsUsed">;
}

/** The status of every exception that could be read, in the order of the file. */
export function exceptionStatuses(
  file: ExceptionFile,
  stacks: readonly JudgedStack[],
  controls: readonly Control[],
  settings: PackSettings,
  now: Date,
): readonly ExceptionStatus[] {
  return file.exceptions.map((record) => {
    const left = daysLeft(record.expiresOn, now);
    const breaches = breachesOf(record, file, controls, settings);
    const selected = stacks.flatMap(({ resources }) =>
      resources.filter((raw) => selects(record.select, raw)),
    );
    const covers = stacks.flatMap(({ report }) =>
      report.exceptionsUsed.filter(({ id }) => id === record.id).map(({ urn }) => urn),
    );
    const own = breaches.map(({ property, found, required }) => ({ property, found, required }));
    const faults = [...own, ...expiry(record, now)];
    return {
      record,
      daysLeft: left,
      expiresSoon: left > 0 && left <= WARNING_DAYS,
      selects: selected.map(({ urn }) => urn),
      covers: [...new Set(covers)],
      // One that does not count covers nothing for that reason, which has been said.
      faults: faults.length > 0 ? faults : unneeded(record, stacks, selected.length, covers.length),
    };
  });
}

function expiry(record: ExceptionRecord, now: Date): readonly ExceptionFault[] {
  if (!isExpired(record, now)) return [];
  return [
    { property: "expiresOn", found: `expired on ${record.expiresOn}`, required: "a day that has not passed" },
  ];
}

function unneeded(
  { select }: ExceptionRecord,
  stacks: readonly JudgedStack[],
  selected: number,
  covered: number,
): readonly ExceptionFault[] {
  if (covered > 0) return [];
  const fault = (found: string, required: string) => [{ property: "select", found, required }];
  const stack = stackOf(select) ?? "";
  if (!stacks.some((one) => one.stack === stack))
    return fault(`the stack "${stack}"`, "a stack that there is");
  return selected === 0
    ? fault("selects no resource", "an exception that is still needed: remove it, or mend its selector")
    : fault("covers no violation", "an exception that is still needed: remove it");
}
