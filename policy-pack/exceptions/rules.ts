import type { Control, PackSettings, Tier } from "../contract/control";
import { tierOfStack } from "../core/tier";
import { dayNumber, daysLeft } from "./days";
import type { ExceptionFile, ExceptionRecord } from "./record";
import { stackOf } from "./select";

/** The longest that an exception may last, in days, both ends counted. */
export const LONGEST_DAYS = 90;
/** The same for a control of critical severity. */
export const LONGEST_CRITICAL_DAYS = 30;
export const SHORTEST_REASON = 20;
export const TICKET = /^[A-Z][A-Z0-9]+-\d+$/;

/** A rule of exceptions that a record breaks: what was found, and what is required. */
export interface Breach {
  readonly record: ExceptionRecord;
  readonly property: string;
  readonly found: string;
  readonly required: string;
}

/** All rules that a record breaks, its day of expiry apart. A record that breaks one excepts nothing. */
export function breachesOf(
  record: ExceptionRecord,
  file: ExceptionFile,
  controls: readonly Control[],
  settings: PackSettings,
): readonly Breach[] {
  const control = controls.find((one) => one.name === record.control);
  const tier = tierOfStack(stackOf(record.select) ?? "", settings);
  const breach = (broken: boolean, property: string, found: string, required: string): readonly Breach[] =>
    broken ? [{ record, property, found, required }] : [];
  return [
    ...breach(control === undefined, "control", record.control, "the name of a control of this pack"),
    ...breach(
      control?.exemptibleInProd === false && tier === "prod",
      "control",
      `${record.control} in prod`,
      "a control that may be excepted in prod; this one may not",
    ),
    ...breach(
      file.exceptions.filter((other) => other.id === record.id).length > 1,
      "id",
      record.id,
      "an id of its own",
    ),
    ...breach(!TICKET.test(record.ticket), "ticket", record.ticket, "a ticket such as SEC-123"),
    ...breach(
      record.reason.trim().length < SHORTEST_REASON,
      "reason",
      record.reason,
      `at least ${SHORTEST_REASON} characters that say why`,
    ),
    ...breach(
      isTooBroad(record),
      "select",
      JSON.stringify(record.select),
      "a urn, or a stack with a type, a tag or a name that is more than *",
    ),
    ...breach(
      record.category === "mitigated" && (record.compensatingControl ?? "").trim() === "",
      "compensatingControl",
      "not set",
      "what mitigates the risk instead",
    ),
    ...approvalBreaches(record, file, tier, breach),
    ...lengthBreaches(record, control, breach),
  ];
}

/** Whether a record's last day has passed. A day that is malformed or missing has passed. */
export function isExpired(record: ExceptionRecord, now: Date): boolean {
  return daysLeft(record.expiresOn, now) <= 0;
}

function isTooBroad({ select }: ExceptionRecord): boolean {
  if (select.urn !== undefined) return false;
  if (select.stack === undefined) return true;
  const namesSomething = select.name !== undefined && /[^*?]/.test(select.name);
  return select.type === undefined && select.tag === undefined && !namesSomething;
}

type Reporter = (broken: boolean, property: string, found: string, required: string) => readonly Breach[];

function approvalBreaches(record: ExceptionRecord, file: ExceptionFile, tier: Tier, breach: Reporter) {
  const approvers = new Set(record.approvedBy);
  const needed = tier === "prod" ? 2 : 1;
  const strangers = [...approvers].filter(
    (one) => file.approvers.length > 0 && !file.approvers.includes(one),
  );
  return [
    ...breach(
      approvers.size < needed,
      "approvedBy",
      `${approvers.size} approver(s)`,
      `${needed} different approver(s) in ${tier}`,
    ),
    ...breach(
      approvers.has(record.requestedBy),
      "approvedBy",
      record.requestedBy,
      "somebody else than who asked",
    ),
    ...breach(strangers.length > 0, "approvedBy", strangers.join(", "), "an approver of the file's list"),
  ];
}

function lengthBreaches(record: ExceptionRecord, control: Control | undefined, breach: Reporter) {
  const first = dayNumber(record.createdOn);
  const last = dayNumber(record.expiresOn);
  const longest = control?.severity === "critical" ? LONGEST_CRITICAL_DAYS : LONGEST_DAYS;
  if (first === undefined) return breach(true, "createdOn", record.createdOn, "a day written YYYY-MM-DD");
  if (last === undefined)
    return breach(true, "expiresOn", record.expiresOn, "a day written YYYY-MM-DD; it counts as expired");
  const days = last - first + 1;
  return [
    ...breach(days < 1, "expiresOn", record.expiresOn, `a day after ${record.createdOn}`),
    ...breach(days > longest, "expiresOn", `${days} days`, `at most ${longest} days`),
  ];
}
