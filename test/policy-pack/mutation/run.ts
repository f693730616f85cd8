import { writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { CONTROLS, judge } from "../../../policy-pack/judge";
import { outcomesOf, staleExcuses, unexplained, type Outcome } from "./outcome";
import { realGraph, STACKS } from "./real-graphs";
import { resultsPage } from "./results-page";

const PER_CLASS = 3;

/**
 * The whole mutation test. It writes RESULTS.md, and fails when a mutant survives that nobody explained, or when an
 * explanation applies to nothing any more.
 * @param argv How many mutants of each class are judged in each stack. Default 3; `all` is all of them.
 */
export async function run([count = String(PER_CLASS)]: readonly string[]): Promise<void> {
  const perClass = count === "all" ? Number.POSITIVE_INFINITY : Number(count);
  const outcomes: Outcome[] = [];
  const applicable = new Set<string>();
  for (const stack of STACKS) {
    const graph = await realGraph(stack);
    for (const name of judge(graph.resources, { preview: false }).controls.judged) applicable.add(name);
    const own = outcomesOf(graph, perClass);
    console.log(`${stack}: ${own.length} mutants, ${own.filter(unexplained).length} survived unexplained`);
    outcomes.push(...own);
  }
  const page = await format(resultsPage(outcomes, CONTROLS, applicable), {
    parser: "markdown",
    printWidth: 110,
  });
  writeFileSync(path.join(__dirname, "RESULTS.md"), page);

  const open = [...new Set(outcomes.filter(unexplained).map(({ className }) => className))];
  const stale = staleExcuses(outcomes).map(({ classes }) => classes);
  for (const className of open) console.log(`survived: ${className}`);
  for (const classes of stale) console.log(`explains nothing any more: ${classes}`);
  if (open.length + stale.length > 0) process.exitCode = 1;
}
