import { resourceLabel } from "../../core/urn";
import { WARNING_DAYS } from "../../exceptions/status";
import type { StackReport } from "../stack-report";
import { inStacks } from "./filter";
import { html, type Markup } from "./markup";
import { table } from "./table";

/** The exceptions in use, with the days that they have left. */
export function exceptionsInUse(stacks: readonly StackReport[]): Markup {
  const rows = stacks.flatMap(({ stack, exceptionsUsed }, place) =>
    exceptionsUsed.map(({ id, ticket, control, urn, expiresOn, daysLeft }) => ({
      cells: [
        html`${id} <span class="soft">${ticket}</span>`,
        control,
        html`<span class="soft">${stack}</span> <span title="${urn}">${resourceLabel(urn)}</span>`,
        html`<span class="${daysLeft <= WARNING_DAYS ? "pill advice" : ""}"
          >${expiresOn}, ${daysLeft} days left</span
        >`,
      ],
      stacks: inStacks([place]),
    })),
  );
  if (rows.length === 0) return html``;
  const columns = ["exception", "control", "resource", "until"].map((title) => ({ title }));
  return html`<h2>Exceptions in use</h2>
    ${table(columns, rows)}`;
}

/** What a preview cannot tell, by resource and property. */
export function leftToUp(stacks: readonly StackReport[]): Markup {
  const rows = stacks.flatMap(({ stack, deferred }, place) =>
    deferred.map(({ control, urn, property, level }) => ({
      cells: [
        html`<span class="soft">${stack}</span> <span title="${urn}">${resourceLabel(urn)}</span>`,
        html`<code>${property}</code>`,
        control,
        level,
      ],
      stacks: inStacks([place]),
    })),
  );
  if (rows.length === 0) return html``;
  const columns = ["resource", "property", "control", "counts as"].map((title) => ({ title }));
  return html`<h2>Judged at up, once AWS has decided</h2>
    <details class="card">
      <summary>
        ${rows.length === 1 ? "1 judgement" : `${rows.length} judgements`} that a preview leaves to up
      </summary>
      ${table(columns, rows)}
    </details>`;
}
