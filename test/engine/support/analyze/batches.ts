import type { Control } from "../../../../policy-pack/contract/control";
import type { RawResource } from "../../../../policy-pack/contract/subject";
import { CONTROLS } from "../../../../policy-pack/controls";
import { judgeStack } from "../../../../policy-pack/core/judge-stack";
import { NO_EXCEPTIONS } from "../../../../policy-pack/exceptions/record";
import type { CollectedCase } from "../../../policy-pack/support/collected-cases";
import { realise } from "../../../policy-pack/support/realise";
import type { Declared } from "../../../policy-pack/support/resources";
import { linesOf, NOW, SETTINGS, strictly } from "../../../policy-pack/support/verdicts";

/** A case among others: its resources under names of its own, and what its control is to find in them. */
export interface Placed {
  readonly control: string;
  readonly urns: ReadonlySet<string>;
  readonly lines: readonly string[];
}

/** Cases that are judged together, since none changes what is found in another. */
export interface Batch {
  readonly key: string;
  readonly settings: typeof SETTINGS;
  readonly resources: readonly RawResource[];
  readonly cases: readonly Placed[];
}

const CONTROL_OF = new Map(CONTROLS.map((control) => [control.name, strictly(control)]));

/** How many cases that pass, and that fail, are taken of a control, where each makes a batch as good as its own. */
const ENOUGH = 2;

/** From this many on, cases under the same settings are worth a batch. */
const MANY = 50;

/** Batches in which every case is found as it was alone, by judging them offline first. */
export function batchesOf(all: readonly CollectedCase[]): readonly Batch[] {
  const groups = [...grouped(all)].sort(([, a], [, b]) => b.length - a.length);
  const taken = new Map<string, number>();
  const chosen = (one: CollectedCase, isLarge: boolean): boolean => {
    const key = `${one.control} ${one.lines.length > 0}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return before < ENOUGH || (isLarge && judgesOneResource(one));
  };
  return groups.flatMap(([key, cases]) =>
    inGroup(
      key,
      cases.filter((one) => chosen(one, cases.length >= MANY)),
    ),
  );
}

/** The cases by what they are judged under: the tier, and the settings. */
function grouped(all: readonly CollectedCase[]): ReadonlyMap<string, readonly CollectedCase[]> {
  const groups = new Map<string, CollectedCase[]>();
  for (const one of all) {
    const key = JSON.stringify([one.tier, one.settings]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** A control of one resource sees no other case; one of the graph sees all resources together. */
const judgesOneResource = ({ control }: CollectedCase): boolean =>
  CONTROL_OF.get(control)?.kind === "resource";

/** As many rounds as it takes: what the others would change waits for the next one, and is alone in it at the latest. */
function inGroup(key: string, cases: readonly CollectedCase[]): readonly Batch[] {
  const batches: Batch[] = [];
  let waiting = cases;
  while (waiting.length > 0) {
    const graphControls = new Set<string>();
    // Two cases of one control of the graph would as good as always change each other.
    let candidates = waiting.filter((one) => {
      if (judgesOneResource(one)) return true;
      const isFirst = !graphControls.has(one.control);
      graphControls.add(one.control);
      return isFirst;
    });
    let batch = placed(key, candidates);
    for (let wrong = disturbed(batch); wrong.size > 0 && candidates.length > 1; wrong = disturbed(batch)) {
      const [first] = candidates;
      candidates = candidates.filter((_, i) => !wrong.has(i));
      if (candidates.length === 0 && first !== undefined) candidates = [first];
      batch = placed(key, candidates);
    }
    const done = new Set(candidates);
    waiting = waiting.filter((one) => !done.has(one));
    batches.push(batch);
  }
  return batches;
}

function placed(key: string, cases: readonly CollectedCase[]): Batch {
  const parts = cases.map((one, i) => {
    // Alone, a case keeps its names: some of them are said again in a text.
    const declared =
      cases.length === 1 ? one.resources : one.resources.map((each) => renamed(each, `c${i}-`));
    const resources = realise(declared, "known");
    const prefix = cases.length === 1 ? "" : `c${i}-`;
    const placedCase: Placed = {
      control: one.control,
      urns: new Set(resources.map(({ urn }) => urn)),
      lines: one.lines.map((line) => prefix + line).sort(),
    };
    return { resources, placedCase };
  });
  const [first] = cases;
  return {
    key,
    settings: { ...SETTINGS, ...first?.settings, stackTiers: { dev: first?.tier ?? "prod" } },
    resources: parts.flatMap(({ resources }) => resources),
    cases: parts.map(({ placedCase }) => placedCase),
  };
}

/** A declared resource under another name, and so all that it refers to. */
function renamed<T>(value: T, prefix: string): T {
  if (Array.isArray(value)) return value.map((one) => renamed(one as unknown, prefix)) as T;
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, renamed(one as unknown, prefix)]),
  );
  return (isDeclared(value) ? { ...copy, name: prefix + value.name } : copy) as T;
}

const isDeclared = (value: object): value is Declared =>
  "type" in value && "name" in value && "props" in value && "more" in value;

/** The places of the cases in which their control finds something else than it found when they were alone. */
function disturbed({ resources, settings, cases }: Batch): ReadonlySet<number> {
  const controls = [...new Set(cases.map(({ control }) => control))].map(
    (name) => CONTROL_OF.get(name) as Control,
  );
  const report = judgeStack(resources, {
    controls,
    settings,
    exceptions: NO_EXCEPTIONS,
    now: NOW,
    preview: false,
  });
  return new Set(
    cases.flatMap(({ control, urns, lines }, i) => {
      const violations = report.violations.filter((one) => one.control === control && urns.has(one.urn));
      return JSON.stringify([...linesOf({ ...report, violations })].sort()) === JSON.stringify(lines)
        ? []
        : [i];
    }),
  );
}
