import { writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { CONTROLS, judge } from "../../../policy-pack/judge";
import { mutantsOf } from "./generate";
import { outcomeOf, staleExcuses, survivorsOf, type Outcome } from "./outcome";
import { realGraph, type RealGraph, STACKS } from "./real-graphs";
import { resultsPage } from "./results-page";
import { sampled } from "./sample";

const PER_CLASS = 2;
const TOLD_EVERY = 500;

/**
 * The whole mutation test. It writes RESULTS.md, and fails when a mutant survives that nobody explained, or when an
 * explanation applies to nothing any more.
 * @param argv How many mutants of each class are judged, spread over the stacks. Default 2; `all` is all of them.
 */
export async function run([count = String(PER_CLASS)]: readonly string[]): Promise<void> {
  const perClass = count === "all" ? Number.POSITIVE_INFINITY : Number(count);
  const graphs = new Map<string, RealGraph>();
  for (const stack of STACKS) graphs.set(stack, await realGraph(stack));
  const mutants = sampled([...graphs.values()].flatMap(mutantsOf), perClass);

  const outcomes: Outcome[] = [];
  for (const mutant of mutants) {
    const graph = graphs.get(mutant.stack);
    if (graph !== undefined) outcomes.push(outcomeOf(graph, mutant));
    if (outcomes.length % TOLD_EVERY === 0) console.log(`${outcomes.length} of ${mutants.length} mutants`);
  }
  const judged = [...graphs.values()].flatMap(
    ({ resources }) => judge(resources, { preview: false }).controls.judged,
  );
  await report(outcomes, new Set(judged));
}

async function report(outcomes: readonly Outcome[], applicable: ReadonlySet<string>): Promise<void> {
  const survivors = survivorsOf(outcomes);
  const page = resultsPage(outcomes, survivors, CONTROLS, applicable);
  writeFileSync(
    path.join(__dirname, "RESULTS.md"),
    await format(page, { parser: "markdown", printWidth: 110 }),
  );

  const open = survivors.filter(({ excuse }) => excuse === undefined).map(({ className }) => className);
  const stale = staleExcuses(survivors).map(({ classes }) => classes);
  for (const className of new Set(open)) console.log(`survived: ${className}`);
  for (const classes of stale) console.log(`explains nothing any more: ${classes}`);
  if (open.length + stale.length > 0) process.exitCode = 1;
}
