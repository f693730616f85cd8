import { CONTROLS } from "../../../policy-pack/judge";
import { mutantsOf } from "./generate";
import { judgeMutant } from "./judge-mutant";
import { classOf, type Mutant } from "./mutant";
import type { RealGraph } from "./real-graphs";
import { sampled } from "./sample";
import { type Excuse, excuser, loadExcuses } from "./survivors";

/** What became of one mutant. */
export interface Outcome {
  readonly mutant: Pick<Mutant, "stack" | "urn">;
  readonly className: string;
  /** The controls that caught it; none when it survived. */
  readonly caughtBy: readonly string[];
  /** Whether one of them blocks. */
  readonly blocked: boolean;
  /** Why it may survive, where it did. */
  readonly excuse?: Excuse;
}

/** Judges some mutants of each class of a graph. */
export function outcomesOf(graph: RealGraph, perClass: number): Outcome[] {
  const excuseOf = excuser(loadExcuses(), new Set(CONTROLS.map((control) => control.name)));
  return sampled(mutantsOf(graph), perClass).map((mutant): Outcome => {
    const violations = judgeMutant(graph, mutant);
    const className = classOf(mutant);
    const excuse = violations.length > 0 ? undefined : excuseOf(className, mutant.stack);
    return {
      mutant: { stack: mutant.stack, urn: mutant.urn },
      className,
      caughtBy: [...new Set(violations.map(({ control }) => control))],
      blocked: violations.some(({ level }) => level === "mandatory"),
      ...(excuse === undefined ? {} : { excuse }),
    };
  });
}

export const survived = ({ caughtBy }: Outcome): boolean => caughtBy.length === 0;

/** A mutant that survived, and nobody has said why it may. */
export const unexplained = (outcome: Outcome): boolean => survived(outcome) && outcome.excuse === undefined;

/** Excuses with a reason whose every mutant was caught: the reason applies to nothing any more. */
export function staleExcuses(outcomes: readonly Outcome[]): readonly Excuse[] {
  const used = new Set(outcomes.flatMap(({ excuse }) => (excuse === undefined ? [] : [excuse.classes])));
  return loadExcuses().filter(({ classes, awaits }) => awaits === undefined && !used.has(classes));
}

/** Controls that some mutant is caught by and no other control. */
export function aloneCatching(outcomes: readonly Outcome[]): ReadonlySet<string> {
  return new Set(outcomes.flatMap(({ caughtBy }) => (caughtBy.length === 1 ? caughtBy : [])));
}
