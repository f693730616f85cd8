import { resourceLabel } from "../../core/urn";
import { askingFor } from "../asking";
import { byControl, type Found, isAdvice, isBlocking, type NonEmpty } from "../by-control";
import type { StackReport } from "../stack-report";
import { inStacks } from "./filter";
import { type Content, html, type Markup } from "./markup";
import { table } from "./table";

/** What blocks and what is told, a card a control. */
export function findings(stacks: readonly StackReport[]): Markup {
  const placeOf = new Map(stacks.map(({ stack }, place) => [stack, place]));
  const card = (kind: "blocks" | "advice") => (found: NonEmpty<Found>) => controlCard(found, kind, placeOf);
  return html`${section("What blocks", byControl(stacks, isBlocking).map(card("blocks")))}
  ${section("Advice, which blocks nothing", byControl(stacks, isAdvice).map(card("advice")))}`;
}

function section(title: string, cards: readonly Markup[]): Markup {
  return cards.length === 0
    ? html``
    : html`<h2>${title}</h2>
        ${cards}`;
}

type Places = ReadonlyMap<string, number>;

function controlCard(found: NonEmpty<Found>, kind: "blocks" | "advice", places: Places): Markup {
  const { control, severity, why, fix, finding } = found[0].violation;
  const all = found.map(({ stack }) => places.get(stack) ?? 0);
  const narrow =
    finding === undefined ? undefined : html`, for example for the finding <code>${finding}</code> alone`;
  return html`<article class="card ${kind}" ${inStacks(all)}>
    <h3 id="control-${control}">${control}</h3>
    <span class="pill ${severity}">${severity}</span>
    <span class="pill">${count(found.length)}</span>
    <p>${why}</p>
    ${table(
      [{ title: "resource" }, { title: "property" }, { title: "found" }, { title: "required" }],
      found.map((one) => ({ cells: cells(one), stacks: inStacks([places.get(one.stack) ?? 0]) })),
    )}
    <details class="help">
      <summary>How to mend it</summary>
      <p>${fix.text}</p>
      <pre><code>${fix.code}</code></pre>
      <p class="soft">
        <code>npm run policy -- explain ${control}</code> says more. ${asking(found, narrow)}
      </p>
    </details>
  </article> `;
}

function asking(found: NonEmpty<Found>, narrow: Markup | undefined): readonly Markup[] {
  const { isPossible, neverIn } = askingFor(found);
  const ask = html`Where it cannot be mended, ask the security team for an exception in
    <code>policy-pack/exceptions.yaml</code>${narrow}. `;
  const never = html`In ${neverIn.join(", ")} no exception may be given.`;
  return [...(isPossible ? [ask] : []), ...(neverIn.length > 0 ? [never] : [])];
}

function cells({ stack, violation }: Found): readonly Content[] {
  const { urn, property, found, required, path, expiredException } = violation;
  const expired =
    expiredException === undefined
      ? undefined
      : html`<div class="soft">
          its exception ${expiredException.id} (${expiredException.ticket}) expired on
          ${expiredException.expiresOn}
        </div>`;
  return [
    html`<span class="soft">${stack}</span> <span title="${urn}">${resourceLabel(urn)}</span>${expired}`,
    html`<code>${property}</code>${path === undefined ? undefined : way(path)}`,
    html`<span class="found">${found}</span>`,
    html`<span class="required">${required}</span>`,
  ];
}

/** The way through the graph that makes it so. */
function way(path: readonly string[]): Markup {
  return html`<ul class="path">
    ${path.map((step) => html`<li>${step}</li>`)}
  </ul>`;
}

const count = (n: number): string => (n === 1 ? "1 finding" : `${n} findings`);
