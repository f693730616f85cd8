import pc from "picocolors";
import { resourceLabel } from "../../policy-pack/core/urn";
import type { ExceptionStatus } from "../../policy-pack/exceptions/status";
import type { Survey } from "./survey";

/** More resources than this are counted: a list of them is not read. */
const RESOURCES_SHOWN = 5;

type Found = Pick<Survey, "exceptions" | "unreadable">;

/** 2 when a record cannot be read, else 1 when one does not count or is not needed, else 0. */
export function exceptionsCode({ exceptions, unreadable }: Found): 0 | 1 | 2 {
  if (unreadable.length > 0) return 2;
  return exceptions.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

/** Every exception, with what it selects and covers, and what is wrong with it. */
export function shownList(survey: Found): string {
  if (survey.exceptions.length + survey.unreadable.length === 0) return "There are no exceptions.";
  return [...survey.exceptions.map(whole), ...survey.unreadable.map(unreadable), totals(survey)].join("\n\n");
}

/** Only what is wrong or about to be, and a line that sums up. */
export function shownCheck(survey: Found): string {
  const told = survey.exceptions.filter(({ faults, expiresSoon }) => faults.length > 0 || expiresSoon);
  return [...told.map(brief), ...survey.unreadable.map(unreadable), totals(survey)].join("\n\n");
}

function brief(status: ExceptionStatus): string {
  return [heading(status), ...status.faults.map(fault)].join("\n");
}

function whole(status: ExceptionStatus): string {
  const { record, selects, covers } = status;
  const finding = record.finding === undefined ? "" : `, finding ${record.finding}`;
  const rows: readonly (readonly [string, string])[] = [
    ["control", record.control + finding],
    ["ticket", record.ticket],
    ["reason", record.reason],
    ["approved", `${record.approvedBy.join(", ")}, asked for by ${record.requestedBy}`],
    ["selects", resources(selects)],
    ["covers", covers.length === 0 ? "no violation" : resources(covers)],
  ];
  const lines = rows.map(([name, value]) => `    ${pc.dim(name.padEnd(9))} ${value}`);
  return [heading(status), ...lines, ...status.faults.map(fault)].join("\n");
}

function heading(status: ExceptionStatus): string {
  const { record, daysLeft, expiresSoon, faults } = status;
  const days = `${daysLeft} ${daysLeft === 1 ? "day" : "days"} left, until ${record.expiresOn}`;
  const until =
    daysLeft <= 0 ? pc.red(`expired on ${record.expiresOn}`) : expiresSoon ? pc.yellow(days) : days;
  const mark = faults.length > 0 ? pc.red("✖") : expiresSoon ? pc.yellow("▲") : pc.green("✔");
  return `${mark} ${pc.bold(record.id)}  ${until}`;
}

const fault = ({ property, found, required }: ExceptionStatus["faults"][number]): string =>
  `    ${pc.red(property)}: ${found}; required: ${required}`;

const unreadable = (words: string): string => `${pc.red("✖")} ${pc.bold("cannot be read")}\n    ${words}`;

function resources(urns: readonly string[]): string {
  if (urns.length === 0) return "no resource";
  const shown = urns.slice(0, RESOURCES_SHOWN).map(resourceLabel).join(", ");
  return urns.length > RESOURCES_SHOWN ? `${shown} and ${urns.length - RESOURCES_SHOWN} more` : shown;
}

function totals({ exceptions, unreadable: broken }: Found): string {
  const bad = exceptions.filter(({ faults }) => faults.length > 0).length + broken.length;
  const soon = exceptions.filter(({ faults, expiresSoon }) => faults.length === 0 && expiresSoon).length;
  const good = exceptions.length + broken.length - bad;
  const parts = [
    `${good} in use`,
    ...(soon > 0 ? [pc.yellow(`${soon} of them for 14 days or less`)] : []),
    ...(bad > 0 ? [pc.red(`${bad} to be mended or removed`)] : []),
  ];
  const all = exceptions.length + broken.length;
  return `${all} ${all === 1 ? "exception" : "exceptions"}: ${parts.join(", ")}.`;
}
