import Table from "cli-table3";
import colors from "picocolors";
import { explain } from "../../policy-pack/core/explain";
import { blocks, type ReportedViolation } from "../../policy-pack/contract/report";
import type { ComponentCount } from "../../policy-pack/reports/stack-report";
import { countExceptions } from "../../policy-pack/reports/used-exceptions";
import { formatProblems } from "../config-problems";
import type { Inspected, Inspection } from "./inspect";
import { ownership } from "../reports/ownership";
import { shownRemediation } from "../reports/shown-remediation";
import { wrapped } from "../reports/wrap";

/** Shows what was found out about one stack. */
export function showInspection(inspection: Inspection): void {
  if (!inspection.ok) {
    console.error(formatProblems(inspection.problems));
    return;
  }
  console.log(`\n${colors.bold(inspection.stack)}`);
  console.log(componentTable(ownership(inspection.recording.resources)));
  for (const remediated of inspection.remediated) console.log(`\n${shownRemediation(remediated)}`);
  for (const violation of inspection.violations) console.log(`\n${shownViolation(violation)}`);
  console.log(`\n${policyLine(inspection)}`);
}

// No lines: the columns carry the table, and a terminal's selection stays clean.
const NO_LINES = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
    .map((place) => [place, ""]),
);

/** Resources by component, with the total in the last row. */
export function componentTable(rows: readonly ComponentCount[]): string {
  const table = new Table({
    head: ["component", "resources", "account"].map((title) => colors.dim(title)),
    colAligns: ["left", "right", "left"],
    style: { head: [], border: [] },
    chars: { ...NO_LINES, middle: " " },
  });
  for (const row of rows) table.push([row.component, row.resources, row.accounts.join(", ")]);
  const accounts = new Set(rows.flatMap((row) => row.accounts));
  const total = rows.reduce((sum, row) => sum + row.resources, 0);
  table.push([colors.bold("total"), colors.bold(total), count(accounts.size, "account")]);
  return table.toString();
}

/** One violation: its control and weight as a heading, then the whole explanation. */
export function shownViolation(violation: ReportedViolation): string {
  const paint = violation.level === "mandatory" ? colors.red : colors.yellow;
  return `${paint(`${violation.level === "mandatory" ? "✖" : "▲"} ${violation.control}`)} (${violation.severity}, ${violation.level})\n${wrapped(explain(violation), process.stdout.columns)}`;
}

function policyLine({ violations, deferred, report, recording }: Inspected): string {
  const blocking = violations.filter((violation) => violation.level === "mandatory").length;
  const advisory = violations.length - blocking;
  const verdict =
    blocking > 0 ? colors.red(`✖ ${count(blocking, "violation")}`) : colors.green("✔ no violations");
  const exceptions = countExceptions(report.exceptionsUsed);
  // The pack judges providers and components too, which the table above does not count.
  const others = report.resources - cloudResources({ recording });
  const parts = [
    `${count(report.controls.judged.length, "control")} judged ${count(report.resources, "resource")}, ${others} of them components and providers`,
    verdict,
    ...(advisory > 0 ? [colors.yellow(count(advisory, "advisory", "advisories"))] : []),
    ...(exceptions > 0 ? [count(exceptions, "exception in use", "exceptions in use")] : []),
    `${count(deferred.length, "judgement")} that a preview leaves to \`up\``,
  ];
  return ` ${parts.join(" · ")}`;
}

/** The last line: all stacks together, and how long it took. */
export function showTotals(inspections: readonly Inspection[], milliseconds: number): void {
  const inspected = inspections.filter((inspection): inspection is Inspected => inspection.ok);
  const blocking = inspected
    .flatMap((i) => i.violations)
    .filter((violation) => violation.level === "mandatory").length;
  const resources = inspected.reduce((sum, one) => sum + cloudResources(one), 0);
  console.log(
    `\n${verdict(inspections)} · ${count(resources, "resource")} · ${count(blocking, "violation")} · ${(milliseconds / 1000).toFixed(1)} s, offline`,
  );
}

/** What came of it, and the stacks that it came of. */
function verdict(inspections: readonly Inspection[]): string {
  const names = (those: readonly Inspection[]) => those.map(({ stack }) => stack).join(", ");
  const faulty = inspections.filter((one) => !one.ok);
  if (faulty.length > 0) return `${colors.red("bad configuration")}: ${names(faulty)}`;
  const blocked = inspections.filter((one) => one.ok && blocks(one));
  if (blocked.length > 0) return `${colors.red("blocked")}: ${names(blocked)}`;
  return `${colors.green("clean")}: ${names(inspections)}`;
}

/** How many resources a stack has in the cloud: those that the table counts. */
function cloudResources({ recording }: Pick<Inspected, "recording">): number {
  return ownership(recording.resources).reduce((sum, row) => sum + row.resources, 0);
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
