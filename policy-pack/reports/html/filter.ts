import type { StackReport } from "../stack-report";
import { html, type Markup, trusted } from "./markup";

/** The attribute by which a row or a section says which stacks it speaks of, by their places in the report. */
export function inStacks(places: readonly number[]): Markup {
  return html` data-stacks="${[...new Set(places)].join(" ")}"`;
}

/**
 * Lets the reader look at one stack alone, by style sheet and with no script. A browser that does not know `:has`
 * shows everything.
 */
export function stackFilter(stacks: readonly StackReport[]): Markup {
  if (stacks.length < 2) return html``;
  const rules = stacks.map(
    (_, place) =>
      `body:has(#stack-${place}:checked) [data-stacks]:not([data-stacks~="${place}"]) { display: none; }`,
  );
  const choices = stacks.map(
    ({ stack }, place) =>
      html`<label><input type="radio" name="stack" id="stack-${place}" /> ${stack}</label>`,
  );
  return html`<style>
      ${trusted(rules.join("\n"))}
    </style>
    <fieldset class="filter">
      <legend>Show</legend>
      <label><input type="radio" name="stack" checked /> all stacks</label>
      ${choices}
    </fieldset>`;
}
