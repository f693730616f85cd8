import { resourceLabel } from "../core/urn";
import { WARNING_DAYS } from "../exceptions/status";
import { askingFor } from "./asking";
import { byControl, type Found, isAdvice, isBlocking, type NonEmpty } from "./by-control";
import { cell, code, codeBlock, plain } from "./markdown-text";
import type { StackReport } from "./stack-report";
import { countExceptions } from "./used-exceptions";

/** Of one control, as many resources are listed as a person reads before the pattern is clear. */
const RESOURCES_LISTED = 10;

/** What blocks, a section a control. */
export function blockingSections(stacks: readonly StackReport[]): readonly string[] {
  return byControl(stacks, isBlocking).map(controlSection);
}

/** What is only told, folded into one line each. */
export function adviceSections(stacks: readonly StackReport[]): readonly string[] {
  return byControl(stacks, isAdvice).map((found) => {
    const { control } = found[0].violation;
    return folded(`▲ advice: ${control} (${count(found.length)})`, controlBody(found, true));
  });
}

/** The exceptions in use, with the days that they have left. */
export function exceptionSection(stacks: readonly StackReport[]): readonly string[] {
  const rows = stacks.flatMap(({ stack, exceptionsUsed }) =>
    exceptionsUsed.map(({ id, ticket, control, urn, expiresOn, daysLeft }) => {
      const soon = daysLeft <= WARNING_DAYS ? " ⚠" : "";
      const cells = [id, ticket, code(control), `${stack}: ${resourceLabel(urn)}`];
      return `| ${[...cells.map(cell), `${expiresOn} (${daysLeft} days left)${soon}`].join(" | ")} |`;
    }),
  );
  if (rows.length === 0) return [];
  const head = "| exception | ticket | control | resource | until |\n| --- | --- | --- | --- | --- |";
  return [
    folded(
      `Exceptions in use (${countExceptions(stacks.flatMap((one) => one.exceptionsUsed))})`,
      `${head}\n${rows.join("\n")}`,
    ),
  ];
}

/** What was mended before it was judged, as a difference. */
export function remediationSection(stacks: readonly StackReport[]): readonly string[] {
  const lines = stacks.flatMap(({ stack, remediated = [] }) =>
    remediated.flatMap(({ remediation, urn, changes }) =>
      changes.map(
        ({ property, before, after }) =>
          `- ${code(remediation)} ${plain(`${stack}: ${resourceLabel(urn)}`)} ${code(property)}: ${code(before)} → ${code(after)}`,
      ),
    ),
  );
  return lines.length === 0
    ? []
    : [folded(`Mended by the pack before it was judged (${lines.length})`, lines.join("\n"))];
}

/** What a preview cannot tell, by resource and property. */
export function deferralSection(stacks: readonly StackReport[]): readonly string[] {
  const lines = stacks.flatMap(({ stack, deferred }) =>
    deferred.map(
      ({ control, urn, property }) =>
        `- ${code(control)} ${plain(`${stack}: ${resourceLabel(urn)}`)} ${code(property)}`,
    ),
  );
  return lines.length === 0
    ? []
    : [folded(`Judged at up, once AWS has decided (${lines.length})`, lines.join("\n"))];
}

function controlSection(found: NonEmpty<Found>): string {
  const { control, severity } = found[0].violation;
  return `### ✖ ${control} (${severity})\n\n${controlBody(found, false)}`;
}

function controlBody(found: NonEmpty<Found>, isFolded: boolean): string {
  const { control, why, fix, finding } = found[0].violation;
  const shown = found.slice(0, RESOURCES_LISTED).map(line);
  const more = found.length - shown.length;
  const narrow = finding === undefined ? "" : `, for example for the finding ${code(finding)} alone`;
  const help = [
    plain(fix.text),
    codeBlock(fix.code, "typescript"),
    `\`npm run policy -- explain ${control}\` says more. ${asking(found, narrow)}`,
  ].join("\n\n");
  return [
    plain(why),
    [...shown, ...(more > 0 ? [`- and ${count(more)} more`] : [])].join("\n"),
    isFolded ? help : folded("How to mend it", help),
  ].join("\n\n");
}

function asking(found: NonEmpty<Found>, narrow: string): string {
  const { isPossible, neverIn } = askingFor(found);
  const never = neverIn.length === 0 ? "" : `In ${neverIn.map(plain).join(", ")} no exception may be given.`;
  const ask = `Where it cannot be mended, ask the security team for an exception in \`policy-pack/exceptions.yaml\`${narrow}.`;
  return [...(isPossible ? [ask] : []), never].filter((words) => words !== "").join(" ");
}

function line({ stack, violation }: Found): string {
  const { urn, property, found, required, path, expiredException } = violation;
  const way = path === undefined ? "" : `\n  path: ${path.map(code).join(" → ")}`;
  const expired =
    expiredException === undefined
      ? ""
      : `\n  its exception ${plain(expiredException.id)} expired on ${expiredException.expiresOn}`;
  return `- **${plain(`${stack}: ${resourceLabel(urn)}`)}** ${code(property)}: found ${code(found)}, required ${code(required)}${way}${expired}`;
}

function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

const count = (n: number): string => (n === 1 ? "1 resource" : `${n} resources`);
