import { CONTROLS, COMPANY } from "../../../policy-pack/judge";
import type { Control, GraphControl, PackSettings } from "../../../policy-pack/contract/control";
import type { ReportedViolation } from "../../../policy-pack/contract/report";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { tierOfResource } from "../../../policy-pack/core/tier";
import { tiersOf } from "../../../policy-pack/core/tiers";
import type { Mutant } from "./mutant";
import type { RealGraph } from "./real-graphs";
import { mayChange, type TypesRead, typesRead } from "./types-read";

/** Every stack judged as prod. */
const AS_PROD: PackSettings = { ...COMPANY, stackTiers: {} };
const NOW = new Date("2026-06-01T12:00:00Z");

/** The graph as the mutant leaves it. */
export function brokenGraph(graph: RealGraph, { changed, gone }: Mutant): RawResource[] {
  const byUrn = new Map(changed.map((resource) => [resource.urn, resource]));
  return graph.resources
    .filter(({ urn }) => !gone.includes(urn))
    .map((resource) => byUrn.get(resource.urn) ?? resource);
}

/** What a mutant has violated that the graph as it is does not: changed resources are judged, and the whole graph. */
export function judgeMutant(
  graph: RealGraph,
  mutant: Mutant,
  settings: PackSettings = COMPANY,
  controls: readonly Control[] = CONTROLS,
): readonly ReportedViolation[] {
  const oneByOne = controls.filter(({ kind }) => kind === "resource");
  const together = controls
    .filter((control) => control.kind === "graph")
    .filter(
      (control) =>
        changesTier(mutant, graph, settings) || mayChange(readBy(control, graph, settings), mutant),
    );
  const found = [
    ...violations(mutant.changed, oneByOne, settings),
    ...(together.length === 0 ? [] : violations(brokenGraph(graph, mutant), together, settings)),
  ];
  return beyond(graph, found, settings);
}

/** Whether a mutant is judged by another tier than the resource was: its provider's account may decide. */
function changesTier({ changed, urn }: Mutant, { resources }: RealGraph, settings: PackSettings): boolean {
  const before = resources.find((resource) => resource.urn === urn);
  return changed.some(
    (resource) =>
      before !== undefined && tierOfResource(resource, settings) !== tierOfResource(before, settings),
  );
}

const remembered = new WeakMap<PackSettings, Map<string, TypesRead>>();

function readBy(control: GraphControl, { stack, resources }: RealGraph, settings: PackSettings): TypesRead {
  const byName = remembered.get(settings) ?? new Map<string, TypesRead>();
  remembered.set(settings, byName);
  const key = `${stack} ${control.name}`;
  const known = byName.get(key);
  if (known !== undefined) return known;
  const { strictest: tier } = tiersOf(resources, settings);
  const read = typesRead(control, resources, { tier, settings, now: NOW });
  byName.set(key, read);
  return read;
}

/** What a mutant has violated of some of the controls, by name. */
export function judgeMutantBy(
  names: ReadonlySet<string>,
  graph: RealGraph,
  mutant: Mutant,
): readonly ReportedViolation[] {
  const controls = CONTROLS.filter(({ name }) => names.has(name));
  return controls.length === 0 ? [] : judgeMutant(graph, mutant, COMPANY, controls);
}

/** Whether a mutant would be caught in prod: then its survival elsewhere is what the controls' levels say. */
export function caughtInProd(graph: RealGraph, mutant: Mutant): boolean {
  return judgeMutant(graph, mutant, AS_PROD).length > 0;
}

/** The same by judging all resources by all controls: what `judgeMutant` must equal. */
export function judgeWhole(graph: RealGraph, mutant: Mutant): readonly ReportedViolation[] {
  return beyond(graph, violations(brokenGraph(graph, mutant), CONTROLS, COMPANY), COMPANY);
}

const baselines = new Map<PackSettings, Map<string, ReadonlySet<string>>>();

function beyond(
  { stack, resources }: RealGraph,
  found: readonly ReportedViolation[],
  settings: PackSettings,
): readonly ReportedViolation[] {
  const byStack = baselines.get(settings) ?? new Map<string, ReadonlySet<string>>();
  baselines.set(settings, byStack);
  const baseline = byStack.get(stack) ?? new Set(violations(resources, CONTROLS, settings).map(identity));
  byStack.set(stack, baseline);
  return found.filter((violation) => !baseline.has(identity(violation)));
}

const identity = ({ control, urn, property, finding }: ReportedViolation): string =>
  [control, urn, property, finding ?? ""].join("\n");

function violations(
  resources: readonly RawResource[],
  controls: readonly Control[],
  settings: PackSettings,
): readonly ReportedViolation[] {
  if (resources.length === 0) return [];
  return judgeStack(resources, {
    controls,
    settings,
    exceptions: NO_EXCEPTIONS,
    now: NOW,
    preview: false,
  }).violations;
}
