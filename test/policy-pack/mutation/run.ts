import { writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { CONTROLS, judge } from "../../../policy-pack/judge";
import type { Selection } from "./judge-share";
import { staleExcuses, survivorsOf, type Outcome } from "./outcome";
import { realGraph, STACKS } from "./real-graphs";
import { resultsPage } from "./results-page";
import { judgeInShares } from "./shares";

const EVERY_CLASS = "*";
const SECONDS_BETWEEN_WORDS = 15;

/**
 * The mutation test. It fails when a mutant survives that nobody explained, or, where all are judged, when an
 * explanation applies to nothing any more. Where all classes are judged, it writes RESULTS.md.
 * @param argv How many mutants of each class are judged, spread over the stacks; default `all`. Then which classes,
 * `*` standing for any text; default all.
 */
export async function run([count = "all", classes = EVERY_CLASS]: readonly string[]): Promise<void> {
  const selection: Selection = { perClass: count === "all" ? null : atLeastOne(count), classes };
  const outcomes = await judgeInShares(selection, progress());
  if (classes === EVERY_CLASS) await writeResults(outcomes, selection);
  tell(outcomes, classes === EVERY_CLASS && selection.perClass === null);
}

function atLeastOne(count: string): number {
  const perClass = Number(count);
  if (!Number.isInteger(perClass) || perClass < 1)
    throw new RangeError(`How many mutants of each class: a whole number from 1, or all; not ${count}.`);
  return perClass;
}

/** Says now and then how far it is. */
function progress(): (judged: number, of: number) => void {
  let last = Date.now();
  return (judged, of) => {
    if (Date.now() - last < SECONDS_BETWEEN_WORDS * 1000 && judged < of) return;
    last = Date.now();
    console.log(`${judged} of ${of} mutants`);
  };
}

async function writeResults(outcomes: readonly Outcome[], { perClass }: Selection): Promise<void> {
  const applicable = new Set<string>();
  for (const stack of STACKS) {
    const { resources } = await realGraph(stack);
    for (const name of judge(resources, { preview: false }).controls.judged) applicable.add(name);
  }
  const page = resultsPage(outcomes, survivorsOf(outcomes), CONTROLS, applicable, perClass);
  const results = path.join(__dirname, "RESULTS.md");
  writeFileSync(results, await format(page, { parser: "markdown", printWidth: 110 }));
}

function tell(outcomes: readonly Outcome[], isWhole: boolean): void {
  const survivors = survivorsOf(outcomes);
  const namesOf = (open: typeof survivors) => new Set(open.map(({ className }) => className));
  const gaps = survivors.filter(({ excuse }) => excuse !== undefined && excuse.reason === undefined);
  const open = namesOf(survivors.filter(({ excuse }) => excuse === undefined));
  const stale = isWhole ? staleExcuses(survivors) : [];
  for (const className of namesOf(gaps)) console.log(`gap: ${className}`);
  for (const className of open) console.log(`survived: ${className}`);
  for (const classes of stale) console.log(`explains nothing any more: ${classes}`);
  if (open.size + stale.length > 0) process.exitCode = 1;
}
