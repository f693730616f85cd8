import type { Control } from "../../contract/control";
import { type ControlOutcome, outcomeIn } from "../outcomes";
import type { StackReport } from "../stack-report";
import { html, type Markup } from "./markup";
import { table } from "./table";

/** Every control of the pack, and what came of it in each stack. */
export function controlOutcomes(controls: readonly Control[], stacks: readonly StackReport[]): Markup {
  const judged = stacks.filter(({ problems }) => problems.length === 0);
  const rows = controls.map(({ name, severity, description }) => ({
    cells: [
      html`<span title="${description}">${name}</span>`,
      html`<span class="pill ${severity}">${severity}</span>`,
      ...judged.map((stack) => outcomePill(outcomeIn(stack, name))),
    ],
  }));
  const columns = ["control", "severity", ...judged.map(({ stack }) => stack)].map((title) => ({ title }));
  return html`<h2>Controls</h2>
    <details class="card">
      <summary>${controls.length} controls, and what came of each</summary>
      ${table(columns, rows)}
    </details>`;
}

/** An outcome in a word. */
export function outcomePill(outcome: ControlOutcome | undefined): Markup {
  if (outcome === undefined) return html`<span class="soft">not run</span>`;
  const isQuiet = outcome === "nothing to judge" || outcome === "off";
  return isQuiet
    ? html`<span class="soft">${outcome}</span>`
    : html`<span class="pill ${outcome}">${outcome}</span>`;
}
