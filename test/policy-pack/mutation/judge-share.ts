import { mutantsOf } from "./generate";
import { classOf, type Mutant } from "./mutant";
import { type Outcome, outcomeBy } from "./outcome";
import { classPattern } from "./class-pattern";
import { realGraph, type RealGraph, STACKS } from "./real-graphs";
import { sampled } from "./sample";

/** Which mutants are judged. */
export interface Selection {
  /** Of each class at most so many, spread over the stacks and their resources. Null: all of them. */
  readonly perClass: number | null;
  /** The classes, `*` standing for any text. */
  readonly classes: string;
}

/** The part of a selection that one process judges: each `of`-th mutant, beginning with the `first`. */
export interface Share extends Selection {
  readonly first: number;
  readonly of: number;
}

/** What a process tells now and then: outcomes, each with its mutant's place among those selected. */
export interface Told {
  readonly selected: number;
  readonly outcomes: readonly (readonly [number, Outcome])[];
}

const TOLD_AT_ONCE = 50;
const NONE: ReadonlySet<string> = new Set();

/** Judges a share of the mutants, and tells the process that asked for it. */
export async function judgeShare({ first, of, ...selection }: Share): Promise<void> {
  const graphs = new Map<string, RealGraph>();
  for (const stack of STACKS) graphs.set(stack, await realGraph(stack));
  const mutants = selected([...graphs.values()].flatMap(mutantsOf), selection);

  let outcomes: (readonly [number, Outcome])[] = [];
  const tell = () => {
    process.send?.({ selected: mutants.length, outcomes } satisfies Told);
    outcomes = [];
  };
  // What caught the last one of a class is likely to catch the next.
  const caughtLast = new Map<string, ReadonlySet<string>>();
  for (const [place, mutant] of mutants.entries()) {
    const graph = graphs.get(mutant.stack);
    if (place % of !== first || graph === undefined) continue;
    const outcome = outcomeBy(caughtLast.get(classOf(mutant)) ?? NONE, graph, mutant);
    if (outcome.caughtBy.length > 0) caughtLast.set(outcome.className, new Set(outcome.caughtBy));
    outcomes.push([place, outcome]);
    if (outcomes.length === TOLD_AT_ONCE) tell();
  }
  tell();
}

function selected(mutants: readonly Mutant[], { perClass, classes }: Selection): readonly Mutant[] {
  const pattern = classPattern(classes);
  return sampled(
    mutants.filter((mutant) => pattern.test(classOf(mutant))),
    perClass ?? Number.POSITIVE_INFINITY,
  );
}
