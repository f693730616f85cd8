import type { Control, PackSettings } from "../contract/control";
import { tierOfStack } from "../core/tier";
import { type Breach, type Reporter, reporterOf } from "./breach";
import { dayNumber, dayOf, daysLeft } from "./days";
import { distinctPeople, samePerson } from "./people";
import type { ExceptionFile, ExceptionRecord } from "./record";
import { namesSomething, stackOf } from "./select";
import { tierBreaches } from "./tier-rules";

/** The longest that an exception may last, in days, both ends counted. */
export const LONGEST_DAYS = 90;
/** The same for a control of critical severity. */
export const LONGEST_CRITICAL_DAYS = 30;
export const SHORTEST_REASON = 20;
export const TICKET = /^[A-Z][A-Z0-9]+-\d+$/;

/**
 * All rules that a record breaks, its day of expiry apart. A record that breaks one excepts nothing. The tier is that of
 * the stack it names; what a resource of a stricter tier asks besides is in `tierBreaches`.
 */
export function breachesOf(
  record: ExceptionRecord,
  file: ExceptionFile,
  controls: readonly Control[],
  settings: PackSettings,
  now: Date,
): readonly Breach[] {
  const control = controls.find((one) => one.name === record.control);
  const breach = reporterOf(record);
  return [
    ...breach(control === undefined, "control", record.control, "the name of a control of this pack"),
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
      namesTooMuch(record),
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
    ...tierBreaches(record, control, tierOfStack(stackOf(record.select) ?? "", settings)),
    ...approverBreaches(record, file, breach),
    ...dayBreaches(record, control, now, breach),
  ];
}

/** Whether a record's last day has passed. A day that is malformed or missing has passed. */
export function isExpired(record: ExceptionRecord, now: Date): boolean {
  return daysLeft(record.expiresOn, now) <= 0;
}

/** Whether a selector says nothing but the stack, or not even that. What it selects in fact is judged with its use. */
function namesTooMuch({ select }: ExceptionRecord): boolean {
  if (select.urn !== undefined) return false;
  if (select.stack === undefined) return true;
  return select.type === undefined && select.tag === undefined && !namesSomething(select.name);
}

function approverBreaches(record: ExceptionRecord, file: ExceptionFile, breach: Reporter) {
  const allowed = distinctPeople(file.approvers);
  const approvers = distinctPeople(record.approvedBy);
  const strangers = [...approvers].filter((one) => allowed.size > 0 && !allowed.has(one));
  return [
    ...breach(
      approvers.has(samePerson(record.requestedBy)),
      "approvedBy",
      record.requestedBy,
      "somebody else than who asked",
    ),
    ...breach(strangers.length > 0, "approvedBy", strangers.join(", "), "an approver of the file's list"),
  ];
}

function dayBreaches(
  record: ExceptionRecord,
  control: Control | undefined,
  now: Date,
  breach: Reporter,
): readonly Breach[] {
  const first = dayNumber(record.createdOn);
  const last = dayNumber(record.expiresOn);
  const longest = control?.severity === "critical" ? LONGEST_CRITICAL_DAYS : LONGEST_DAYS;
  const today = dayOf(now);
  if (first === undefined) return breach(true, "createdOn", record.createdOn, "a day written YYYY-MM-DD");
  if (last === undefined)
    return breach(true, "expiresOn", record.expiresOn, "a day written YYYY-MM-DD; it counts as expired");
  const days = last - first + 1;
  return [
    // Otherwise a day far ahead would make it last for as long as one likes.
    ...breach(
      record.createdOn > today,
      "createdOn",
      record.createdOn,
      `the day on which it was given, ${today} (UTC) at the latest: the days that it may last are counted from then`,
    ),
    ...breach(days < 1, "expiresOn", record.expiresOn, `a day after ${record.createdOn}`),
    ...breach(days > longest, "expiresOn", `${days} days`, `at most ${longest} days`),
  ];
}
