import { CONTROLS } from "../../../policy-pack/judge";
import { caughtInProd, judgeMutant, judgeMutantBy } from "./judge-mutant";
import { classOf, type Mutant } from "./mutant";
import type { RealGraph } from "./real-graphs";
import { excuser, type FoundExcuse, loadExcuses } from "./excuses";

/** What became of one mutant. */
export interface Outcome {
  readonly stack: string;
  readonly urn: string;
  readonly className: string;
  /** The controls that caught it; none when it survived. */
  readonly caughtBy: readonly string[];
  /** Whether all controls were asked. When one of a few has caught it, the others need not be. */
  readonly byAll: boolean;
  /** Whether one of them blocks. */
  readonly blocked: boolean;
  /** Whether it survived only because the controls that catch it in prod are off in its stack's tier. */
  readonly offInTier: boolean;
}

/** A mutant that survived, with why it may. Without an excuse, nobody has said. */
export interface Survivor extends Outcome {
  readonly excuse?: FoundExcuse;
}

/** Judges one mutant of a graph by all controls. */
export function outcomeOf(graph: RealGraph, mutant: Mutant): Outcome {
  return outcome(graph, mutant, judgeMutant(graph, mutant), true);
}

/** Judges one mutant of a graph by the controls that are likely to block it, and by all when they don't. */
export function outcomeBy(likely: ReadonlySet<string>, graph: RealGraph, mutant: Mutant): Outcome {
  const violations = judgeMutantBy(likely, graph, mutant);
  const isBlocked = violations.some(({ level }) => level === "mandatory");
  return isBlocked ? outcome(graph, mutant, violations, false) : outcomeOf(graph, mutant);
}

function outcome(
  graph: RealGraph,
  mutant: Mutant,
  violations: ReturnType<typeof judgeMutant>,
  byAll: boolean,
): Outcome {
  return {
    stack: mutant.stack,
    urn: mutant.urn,
    className: classOf(mutant),
    caughtBy: [...new Set(violations.map(({ control }) => control))],
    byAll,
    blocked: violations.some(({ level }) => level === "mandatory"),
    offInTier: violations.length === 0 && isLooser(mutant.stack) && caughtInProd(graph, mutant),
  };
}

const isLooser = (stack: string): boolean => stack === "dev" || stack === "staging";

/** The mutants that no control caught, and that one would have to, each with its excuse. */
export function survivorsOf(outcomes: readonly Outcome[]): readonly Survivor[] {
  const excuseOf = excuser(loadExcuses(), new Set(CONTROLS.map((control) => control.name)));
  return outcomes
    .filter(({ caughtBy, offInTier }) => caughtBy.length === 0 && !offInTier)
    .map((outcome) => {
      const excuse = excuseOf(outcome);
      return { ...outcome, ...(excuse === undefined ? {} : { excuse }) };
    });
}

/** What of the excuses no survivor needs any more. */
export function staleExcuses(survivors: readonly Survivor[]): readonly string[] {
  const key = (one: Pick<FoundExcuse, "resources" | "stacks">, classes: string) =>
    [classes, ...(one.resources ?? []), ...(one.stacks ?? [])].join(", ");
  const used = new Set(
    survivors.flatMap(({ excuse }) => (excuse === undefined ? [] : [key(excuse, excuse.classes)])),
  );
  return loadExcuses()
    .filter(({ awaits }) => awaits === undefined)
    .flatMap((excuse) => excuse.classes.map((classes) => key(excuse, classes)))
    .filter((one) => !used.has(one));
}

/** Controls that some mutant is caught by and no other control. */
export function aloneCatching(outcomes: readonly Outcome[]): ReadonlySet<string> {
  return new Set(outcomes.flatMap(({ caughtBy, byAll }) => (byAll && caughtBy.length === 1 ? caughtBy : [])));
}
