import { resourceLabel } from "../../core/urn";
import type { StackReport } from "../stack-report";
import { inStacks } from "./filter";
import { html, type Markup } from "./markup";
import { table } from "./table";

/** What was mended before it was judged, property by property. */
export function remediated(stacks: readonly StackReport[]): Markup {
  const rows = stacks.flatMap(({ stack, remediated: all = [] }, place) =>
    all.flatMap(({ remediation, urn, changes }) =>
      changes.map(({ property, before, after }) => ({
        cells: [
          html`<span class="soft">${stack}</span> <span title="${urn}">${resourceLabel(urn)}</span>`,
          html`<code>${property}</code>`,
          html`<span class="found">${before}</span>`,
          html`<span class="required">${after}</span>`,
          remediation,
        ],
        stacks: inStacks([place]),
      })),
    ),
  );
  if (rows.length === 0) return html``;
  const columns = ["resource", "property", "before", "after", "remediation"].map((title) => ({ title }));
  return html`<h2>Mended by the pack before it was judged</h2>
    ${table(columns, rows)}`;
}
