import type { Control, PackSettings } from "../contract/control";
import type { Report } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { tiersOf } from "../core/tiers";
import type { Breach } from "./breach";
import { daysLeft } from "./days";
import type { ExceptionFile, ExceptionRecord } from "./record";
import { lackingInProd } from "./review";
import { breachesOf, isExpired } from "./rules";
import { selects, stackOf } from "./select";
import { useBreaches } from "./use";

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
  readonly report: Pick<Report, "exceptionsUsed" | "violations" | "deferred">;
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
    const breaches = breachesOf(record, file, controls, settings, now);
    const selected = stacks.flatMap(({ resources }) =>
      resources.filter((raw) => selects(record.select, raw)),
    );
    const covers = stacks.flatMap(({ report }) =>
      report.exceptionsUsed.filter(({ id }) => id === record.id).map(({ urn }) => urn),
    );
    const faults = [...breaches.map(faultOf), ...expiry(record, now)];
    return {
      record,
      daysLeft: left,
      expiresSoon: left > 0 && left <= WARNING_DAYS,
      selects: selected.map(({ urn }) => urn),
      covers: [...new Set(covers)],
      // One that does not count covers nothing for that reason, which has been said.
      faults: faults.length > 0 ? faults : faultsInUse(record, stacks, selected.length, controls, settings),
    };
  });
}

function expiry(record: ExceptionRecord, now: Date): readonly ExceptionFault[] {
  if (!isExpired(record, now)) return [];
  return [
    { property: "expiresOn", found: `expired on ${record.expiresOn}`, required: "a day that has not passed" },
  ];
}

function faultsInUse(
  record: ExceptionRecord,
  stacks: readonly JudgedStack[],
  selected: number,
  controls: readonly Control[],
  settings: PackSettings,
): readonly ExceptionFault[] {
  const name = stackOf(record.select) ?? "";
  const judged = stacks.find(({ stack }) => stack === name);
  if (judged === undefined)
    return [{ property: "select", found: `the stack "${name}"`, required: "a stack that there is" }];
  if (selected === 0) return [{ property: "select", found: "selects no resource", required: MENDED }];
  const { resources, report } = judged;
  const { tierOf } = tiersOf(resources, settings);
  const review = { lackingInProd: lackingInProd([record], controls, settings) };
  return useBreaches(record, review, { ...report, resources, tierOf }).map(faultOf);
}

const MENDED = "an exception that is still needed: remove it, or mend its selector";

const faultOf = ({ property, found, required }: Breach): ExceptionFault => ({ property, found, required });
