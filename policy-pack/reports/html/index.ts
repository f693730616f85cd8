import type { Control } from "../../contract/control";
import { blocks } from "../../contract/report";
import { outcomeOf, type StackReport } from "../stack-report";
import { controlOutcomes } from "./controls";
import { stackFilter } from "./filter";
import { findings } from "./findings";
import { frameworks } from "./frameworks";
import { html, trusted } from "./markup";
import { remediated } from "./remediated";
import { stackOverview } from "./stacks";
import { STYLE } from "./style";
import { exceptionsInUse, leftToUp } from "./waiting";

export interface HtmlOptions {
  /** All controls of the pack, for the lists of controls and of frameworks. */
  readonly controls: readonly Control[];
  /** The pack's version. */
  readonly version: string;
  /** When the stacks were judged. Default: not said. */
  readonly at?: Date;
}

/** Nothing is fetched and nothing runs: whatever a resource is called, the page can only show it. */
const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The reports as a page in one file: no script, no request, light or dark as the reader's system is. */
export function htmlReport(stacks: readonly StackReport[], { controls, version, at }: HtmlOptions): string {
  const isClean = outcomeOf(stacks) === "clean";
  const when = at === undefined ? "" : ` on ${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />
        <title>${verdict(stacks)}</title>
        <style>
          ${trusted(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <header class="${isClean ? "" : "bad"}">
            <h1>${isClean ? "✔" : "✖"} ${verdict(stacks)}</h1>
            <p>Policy pack ${version}, ${controls.length} controls. Judged${when}.</p>
          </header>
          ${stackFilter(stacks)} ${stackOverview(stacks)} ${findings(stacks)} ${remediated(stacks)}
          ${exceptionsInUse(stacks)} ${leftToUp(stacks)} ${controlOutcomes(controls, stacks)}
          ${frameworks(controls, stacks)}
        </main>
      </body>
    </html> `;
  return page.text;
}

function verdict(stacks: readonly StackReport[]): string {
  const names = (those: readonly StackReport[]) => those.map(({ stack }) => stack).join(", ");
  switch (outcomeOf(stacks)) {
    case "clean":
      return `Policies: clean in ${names(stacks)}`;
    case "blocked":
      return `Policies: blocked in ${names(stacks.filter(blocks))}`;
    case "bad input":
      return `Policies: the configuration of ${names(stacks.filter((one) => one.problems.length > 0))} is not valid`;
  }
}
