import type { ReportedViolation } from "../contract/report";
import { explain } from "../core/explain";
import { resourceLabel } from "../core/urn";
import { changeInWords } from "./remediations";
import { CONFIGURATION } from "./rules";
import type { StackReport } from "./stack-report";
import { element, text } from "./xml";

/**
 * The reports as JUnit XML: a suite a stack, a case a control. A control fails when a violation blocks; advice,
 * exceptions in use and judgements that wait are its output; one that is off or has nothing to judge is skipped. What was
 * mended before it was judged is the suite's output.
 */
export function junitReport(stacks: readonly StackReport[]): string {
  const suites = stacks.map(suite);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "policies" }, suites)}\n`;
}

function suite(report: StackReport): string {
  const failing = failingControls(report);
  const { judged, notApplicable, disabled } = report.controls;
  // The pack's own controls (a control that threw, the exceptions) are in no list, and appear when they find something.
  const listed = new Set([...judged, ...notApplicable, ...disabled]);
  const own = [...new Set(report.violations.map((one) => one.control))].filter((name) => !listed.has(name));
  const skipped = [
    ...notApplicable.map((name) => skippedCase(report.stack, name, "nothing here to judge")),
    ...disabled.map((name) => skippedCase(report.stack, name, "off in this tier")),
  ];
  const cases = [
    ...configurationCase(report),
    ...[...judged, ...own].map((name) => controlCase(report, name)),
    ...skipped,
  ];
  const counts = { tests: cases.length, failures: failing.size, skipped: skipped.length };
  const errors = report.problems.length > 0 ? 1 : 0;
  return element("testsuite", { name: report.stack, ...counts, errors }, [...cases, ...mended(report)]);
}

function mended({ remediated = [] }: StackReport): readonly string[] {
  const lines = remediated.flatMap(({ remediation, urn, changes }) =>
    changes.map((change) => `${remediation}: ${resourceLabel(urn)}: ${changeInWords(change)}`),
  );
  return lines.length === 0 ? [] : [element("system-out", {}, [text(lines.join("\n"))])];
}

function failingControls({ violations }: StackReport): ReadonlySet<string> {
  return new Set(violations.filter((one) => one.level === "mandatory").map((one) => one.control));
}

function configurationCase({ stack, problems }: StackReport): readonly string[] {
  if (problems.length === 0) return [];
  const words = problems.map(
    ({ path, found, expected, fix, file, line }) =>
      `${file ?? ""}:${line ?? ""} ${path}\n  found:    ${found}\n  expected: ${expected}\n  fix:      ${fix}`,
  );
  const message = `${problems.length} problem(s) in the configuration`;
  const error = element("error", { message, type: CONFIGURATION }, [text(words.join("\n\n"))]);
  return [element("testcase", { classname: stack, name: CONFIGURATION }, [error])];
}

function controlCase({ stack, violations, deferred }: StackReport, control: string): string {
  const own = violations.filter((one) => one.control === control);
  const waiting = deferred.filter((one) => one.control === control);
  const output = [
    ...own.filter((one) => one.level !== "mandatory").map(explain),
    ...waiting.map((one) => `${resourceLabel(one.urn)}: ${one.property} is judged at \`up\``),
  ];
  const children = [
    ...failures(own.filter((one) => one.level === "mandatory")),
    ...(output.length === 0 ? [] : [element("system-out", {}, [text(output.join("\n\n"))])]),
  ];
  return element("testcase", { classname: stack, name: control }, children);
}

/** One failure for all violations of a control: readers of the format show only the first of a case. */
function failures(blocking: readonly ReportedViolation[]): readonly string[] {
  const [first] = blocking;
  if (first === undefined) return [];
  const more = blocking.length > 1 ? ` (and ${blocking.length - 1} more)` : "";
  const message = `${resourceLabel(first.urn)}: ${first.property} is ${first.found}${more}`;
  return [element("failure", { message, type: first.severity }, [text(blocking.map(explain).join("\n\n"))])];
}

function skippedCase(stack: string, control: string, message: string): string {
  return element("testcase", { classname: stack, name: control }, [element("skipped", { message })]);
}
