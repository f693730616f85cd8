import assert from "node:assert/strict";
import type { ReportedViolation } from "../../../../policy-pack/contract/report";
import type { RawResource } from "../../../../policy-pack/contract/subject";
import { judgeStack } from "../../../../policy-pack/core/judge-stack";
import { NO_EXCEPTIONS } from "../../../../policy-pack/exceptions/record";
import { COMPANY, CONTROLS } from "../../../../policy-pack/judge";
import { mutantsOf } from "../../mutation/generate";
import { brokenGraph } from "../../mutation/judge-mutant";
import { classOf, edited, type Mutant } from "../../mutation/mutant";
import type { RealGraph } from "../../mutation/real-graphs";
import { realised, resolved } from "./realise-added";
import type { ByGenerator, ByHand, Row } from "./row";

/** What is judged: a graph, with what the row adds, and the change of it. */
interface Case {
  readonly graph: RealGraph;
  readonly mutant: Mutant;
}

/** The controls that a row's mutation violates, and that the graph without it does not; or those alone that block. */
export function caughtBy(graph: RealGraph, row: Row): readonly string[] {
  const { graph: whole, mutant } = "mutant" in row ? byGenerator(graph, row) : byHand(graph, row);
  const before = new Set(baselineOf(graph).map(identity));
  const found = judged(mutant.changed, brokenGraph(whole, mutant))
    .filter((one) => !before.has(identity(one)))
    .filter(({ level }) => row.aloneBlocks !== true || level === "mandatory");
  return [...new Set(found.map(({ control }) => control))].sort();
}

/**
 * What the rows of one stack add, all of it at once, violates before anything is broken: nothing, where it is well
 * made. One line for each violation.
 */
export function wellMadeViolations(graph: RealGraph, rows: readonly Row[]): readonly string[] {
  const added = rows.flatMap((row) => ("mutant" in row || row.broken === undefined ? [] : row.added));
  const resources = new Map(added.map((one) => realised(graph, one)).map((one) => [one.urn, one]));
  const more = [...resources.values()];
  const before = new Set(baselineOf(graph).map(identity));
  return judged(more, [...graph.resources, ...more])
    .filter((one) => !before.has(identity(one)))
    .map(({ control, urn, property, found }) => `${control}: ${urn.split("::").at(-1)} ${property} ${found}`);
}

const CIRCUMSTANCES = {
  // What is added lets one domain through, which the company approves.
  settings: { ...COMPANY, approvedDomains: { prod: ["api.partner.example.com"] } },
  exceptions: NO_EXCEPTIONS,
  now: new Date("2026-06-01T12:00:00Z"),
  preview: false,
};
const ONE_BY_ONE = CONTROLS.filter(({ kind }) => kind === "resource");
const TOGETHER = CONTROLS.filter(({ kind }) => kind === "graph");

/** What resources that changed violate by themselves, and the whole graph together. */
function judged(
  changed: readonly RawResource[],
  whole: readonly RawResource[],
): readonly ReportedViolation[] {
  return [
    ...(changed.length === 0
      ? []
      : judgeStack(changed, { ...CIRCUMSTANCES, controls: ONE_BY_ONE }).violations),
    ...judgeStack(whole, { ...CIRCUMSTANCES, controls: TOGETHER }).violations,
  ];
}

const baselines = new Map<string, readonly ReportedViolation[]>();

function baselineOf({ stack, resources }: RealGraph): readonly ReportedViolation[] {
  const known =
    baselines.get(stack) ?? judgeStack(resources, { ...CIRCUMSTANCES, controls: CONTROLS }).violations;
  baselines.set(stack, known);
  return known;
}

const identity = ({ control, urn, property, finding }: ReportedViolation): string =>
  [control, urn, property, finding ?? ""].join("\n");

const generated = new Map<string, readonly Mutant[]>();

function byGenerator(graph: RealGraph, row: ByGenerator & Row): Case {
  const all = generated.get(graph.stack) ?? mutantsOf(graph);
  generated.set(graph.stack, all);
  const mutant = all.find((one) => classOf(one) === row.mutant && one.urn.endsWith(`::${row.of}`));
  assert.ok(mutant !== undefined, `${row.control}: the generator makes no ${row.mutant} of ${row.of}`);
  return { graph, mutant };
}

function byHand(graph: RealGraph, { added, broken }: ByHand): Case {
  const resources = added.map((one) => realised(graph, one));
  const whole = withMore(graph, resources);
  if (broken === undefined) return { graph: whole, mutant: changing(graph, resources) };
  const [first = namedIn(graph, broken.name), ...others] = resources;
  const [input, option] = broken.path;
  const { value, from } = resolved(graph, broken.value);
  const after =
    input === "(options)"
      ? { ...first, options: { ...first.options, [String(option)]: value } }
      : edited(first, { path: broken.path, kind: "changed", value, ...(from === undefined ? {} : { from }) });
  return { graph: whole, mutant: changing(graph, [after, ...others]) };
}

/** The resource of AWS with a name; of several, the first that the platform declares. */
function namedIn(graph: RealGraph, name: string): RawResource {
  const resource = graph.resources.find((one) => one.type.startsWith("aws:") && one.name === name);
  assert.ok(resource !== undefined, `${graph.stack} has no ${name}`);
  return resource;
}

const withMore = (graph: RealGraph, more: readonly RawResource[]): RealGraph => ({
  ...graph,
  resources: [...graph.resources, ...more],
});

const changing = ({ stack }: RealGraph, changed: readonly RawResource[]): Mutant => ({
  stack,
  urn: changed[0]?.urn ?? "",
  type: changed[0]?.type ?? "",
  property: "",
  kind: "changed",
  changed,
  gone: [],
});
