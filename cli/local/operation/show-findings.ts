import pc from "picocolors";
import { resourceName } from "../summary/resource-name";
import type { PolicyEvent } from "./engine-event";
import type { Operation } from "./run-operation";

/** Advice is listed by policy beyond this many: it must not push what blocks off the screen. */
const ADVICE_SHOWN = 5;

/** What is wrong, as text for a person: violations with their explanations, errors with their resources, advice. */
export function findings({ log, good, engineMessage }: Operation): string {
  const parts = [
    ...log.violations.map((event) => violation(event, pc.red("✗"))),
    ...log.errors.filter(isOwnError).map(({ urn, message }) => error(urn, message)),
    ...advice(log.advice),
  ];
  const unexplained = !good && log.violations.length === 0 && log.errors.length === 0;
  if (unexplained && engineMessage !== undefined) parts.push(error(undefined, engineMessage));
  return parts.join("\n");
}

function violation(event: PolicyEvent, mark: string): string {
  const severity = event.severity === undefined ? "" : pc.dim(` (${event.severity})`);
  const resource = event.resourceUrn === undefined ? "" : `  ${resourceName(event.resourceUrn)}`;
  return `\n${mark} ${pc.bold(event.policyName)}${severity}${resource}\n${indented(event.message)}`;
}

function error(urn: string | undefined, message: string): string {
  const resource = urn === undefined ? "" : ` ${resourceName(urn)}`;
  return `\n${pc.red("✗")} ${pc.bold("error")}${resource}\n${indented(message)}`;
}

function advice(events: readonly PolicyEvent[]): string[] {
  if (events.length <= ADVICE_SHOWN) return events.map((event) => violation(event, pc.yellow("!")));
  const counts = new Map<string, number>();
  for (const { policyName } of events) counts.set(policyName, (counts.get(policyName) ?? 0) + 1);
  const rows = [...counts].sort().map(([name, count]) => `    ${String(count).padStart(4)}  ${name}`);
  return [`\n${pc.yellow("!")} ${pc.bold("advice")}, which blocks nothing in this tier:\n${rows.join("\n")}`];
}

/** The engine sums up at the end what it has said before. */
const isOwnError = ({ message }: { readonly message: string }): boolean =>
  !/^(preview|update|refresh|destroy) (failed|canceled)$/.test(message);

const indented = (text: string): string =>
  text
    .trim()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
