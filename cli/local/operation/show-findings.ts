import pc from "picocolors";
import { remediationsIn } from "../../../policy-pack/reports/remediations";
import { shownRemediation } from "../../reports/shown-remediation";
import { wrapped } from "../../reports/wrap";
import { resourceName } from "../summary/resource-name";
import type { PolicyEvent } from "./engine-event";
import type { Operation } from "./run-operation";

/** Advice is listed by policy beyond this many: it must not push what blocks off the screen. */
const ADVICE_SHOWN = 5;

/** Violations of one policy are explained in full up to this many. */
const EXPLAINED_BY_POLICY = 3;

/**
 * What was mended and what is wrong, as text for a person: differences, violations with their explanations, errors with their resources, advice.
 * @param columns The width of the terminal, to which explanations are wrapped. Default: not wrapped.
 */
export function findings({ log, events, good, engineMessage }: Operation, columns?: number): string {
  const width = columns === undefined ? undefined : columns - INDENT.length;
  const show = (list: readonly PolicyEvent[]) =>
    list.map((event) => ({ ...event, message: wrapped(event.message.trim(), width) }));
  const parts = [
    ...remediationsIn(events).map((one) => `\n${shownRemediation(one)}`),
    ...byPolicy(show(log.violations)).flatMap(violations),
    ...log.errors.filter(isOwnError).map(({ urn, message }) => error(urn, message)),
    ...advice(show(log.advice)),
  ];
  const unexplained = !good && log.violations.length === 0 && log.errors.length === 0;
  if (unexplained && engineMessage !== undefined) parts.push(error(undefined, engineMessage));
  return parts.join("\n");
}

/** The violations of one policy: the first ones in full, of the others the resources. */
function violations(events: readonly PolicyEvent[]): string[] {
  const others = events.slice(EXPLAINED_BY_POLICY);
  const names = others.map(
    ({ resourceUrn }) => `    ${resourceUrn === undefined ? "the stack" : resourceName(resourceUrn)}`,
  );
  const more = others.length === 0 ? [] : [`\n  Also:\n${names.join("\n")}`];
  return [...events.slice(0, EXPLAINED_BY_POLICY).map((event) => violation(event, pc.red("✗"))), ...more];
}

function byPolicy(events: readonly PolicyEvent[]): readonly (readonly PolicyEvent[])[] {
  const groups = new Map<string, PolicyEvent[]>();
  for (const event of events) groups.set(event.policyName, [...(groups.get(event.policyName) ?? []), event]);
  return [...groups.values()];
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
  const rows = byPolicy(events).map(
    (group) => `    ${String(group.length).padStart(4)}  ${group[0]?.policyName}`,
  );
  return [
    `\n${pc.yellow("!")} ${pc.bold("advice")}, which blocks nothing in this tier:\n${rows.sort(byName).join("\n")}`,
  ];
}

const byName = (a: string, b: string): number => (a.slice(8) < b.slice(8) ? -1 : 1);

/** The engine sums up at the end what it has said before, and calls it an error when a person stops it. */
const isOwnError = ({ message }: { readonly message: string }): boolean =>
  !/^(preview|update|refresh|destroy) (failed|canceled)$|context canceled$/.test(message);

const INDENT = "    ";

const indented = (text: string): string =>
  text
    .trim()
    .split("\n")
    .map((line) => `${INDENT}${line}`.trimEnd())
    .join("\n");
