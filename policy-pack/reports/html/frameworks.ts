import type { Control } from "../../contract/control";
import { type FrameworkOutcome, frameworkOutcomes, type RequirementOutcome } from "../outcomes";
import type { StackReport } from "../stack-report";
import { outcomePill } from "./controls";
import { html, type Markup } from "./markup";
import { table } from "./table";

/** What each framework asks for, and what came of the controls that support it. */
export function frameworks(controls: readonly Control[], stacks: readonly StackReport[]): Markup {
  const all = frameworkOutcomes(controls, stacks).filter(({ requirements }) => requirements.length > 0);
  const numbers = ["requirements", "kept", "with an exception", "advice", "blocked", "nothing to judge"];
  return html`<h2>Frameworks</h2>
    <p class="soft">
      A control that names a requirement supports it; none fulfils it alone. A requirement is as good as the
      worst of its controls in all stacks.
    </p>
    ${table([{ title: "framework" }, ...numbers.map((title) => ({ title, isNumber: true }))], all.map(summaryRow))}
    ${all.map(details)}`;
}

function summaryRow({ title, requirements }: FrameworkOutcome) {
  const many = (...outcomes: readonly RequirementOutcome["outcome"][]) =>
    requirements.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    cells: [
      title,
      requirements.length,
      many("kept"),
      many("excepted"),
      many("advice"),
      many("blocks"),
      many("nothing to judge", "off", undefined),
    ],
  };
}

function details({ title, requirements }: FrameworkOutcome): Markup {
  const rows = requirements.map(({ requirement, outcome, controls }) => ({
    cells: [
      requirement,
      outcomePill(outcome),
      controls.map((control, i) => html`${i === 0 ? "" : ", "}${control.name}`),
    ],
  }));
  const columns = ["requirement", "outcome", "controls"].map((one) => ({ title: one }));
  return html`<details class="card">
    <summary>${title}, requirement by requirement</summary>
    ${table(columns, rows)}
  </details>`;
}
