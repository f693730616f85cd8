import { isAdvice, isBlocking } from "../by-control";
import type { StackReport } from "../stack-report";
import { countExceptions } from "../used-exceptions";
import { inStacks } from "./filter";
import { type Content, html, type Markup } from "./markup";
import { table } from "./table";

const NUMBERS = ["resources judged", "controls judged", "block", "advice", "exceptions in use", "left to up"];

/** The stacks with their numbers, what is wrong with their configuration, and what they consist of. */
export function stackOverview(stacks: readonly StackReport[]): Markup {
  return html`<h2>Stacks</h2>
    ${table(
      [{ title: "stack" }, ...NUMBERS.map((title) => ({ title, isNumber: true }))],
      stacks.map((report, place) => ({ cells: numbers(report), stacks: inStacks([place]) })),
    )}
    ${stacks.map(problems)} ${stacks.map(components)}`;
}

function numbers({
  stack,
  problems: faults,
  resources,
  controls,
  violations,
  exceptionsUsed,
  deferred,
}: StackReport) {
  if (faults.length > 0) return [stack, "not judged", "", "", "", "", ""];
  const blocking = violations.filter(isBlocking).length;
  const advice = violations.filter(isAdvice).length;
  const judged = controls.judged.length;
  return [
    stack,
    ...[resources, judged],
    blocking > 0 ? html`<span class="pill blocks">${blocking}</span>` : 0,
    advice > 0 ? html`<span class="pill advice">${advice}</span>` : 0,
    ...[countExceptions(exceptionsUsed), deferred.length],
  ] as readonly Content[];
}

function problems({ stack, problems: faults }: StackReport, place: number): Markup {
  if (faults.length === 0) return html``;
  const rows = faults.map(({ path, found, expected, fix, file, line }) => {
    const where =
      file === undefined
        ? undefined
        : html`<div class="soft">${file}${line === undefined ? "" : `:${line}`}</div>`;
    return {
      cells: [html`<code>${path}</code>${where}`, html`<span class="found">${found}</span>`, expected, fix],
    };
  });
  const columns = ["path", "found", "expected", "fix"].map((title) => ({ title }));
  return html`<section class="card blocks" ${inStacks([place])}>
    <h3>The configuration of ${stack} is not valid</h3>
    ${table(columns, rows)}
  </section>`;
}

function components({ stack, components: parts }: StackReport, place: number): Markup {
  if (parts === undefined || parts.length === 0) return html``;
  const rows = parts.map(({ component, resources, accounts }) => ({
    cells: [component, resources, accounts.join(", ")],
  }));
  return html`<details class="card" ${inStacks([place])}>
    <summary>What ${stack} consists of</summary>
    ${table([{ title: "component" }, { title: "resources in the cloud", isNumber: true }, { title: "accounts" }], rows)}
  </details>`;
}
