import assert from "node:assert/strict";
import { mutantsOf } from "./generate";
import { judgeMutant, judgeWhole } from "./judge-mutant";
import { classOf } from "./mutant";
import { outcomeOf, survivorsOf } from "./outcome";
import { realGraph, type RealGraph } from "./real-graphs";
import { sampled } from "./sample";

/** Of all classes of mutants, one in so many is judged here; `npm run mutation` judges them all. */
const ONE_CLASS_IN = 25;
const JUDGED_WHOLE = 25;

const everyNth = <T>(list: readonly T[], n: number): T[] => list.filter((_, i) => i % n === 0);

describe("breaking the real graphs, one property at a time", () => {
  let graph: RealGraph;
  before(async function () {
    this.timeout(60_000);
    graph = await realGraph("prod");
  });

  it("finds over a thousand ways to break prod", () => {
    assert.ok(new Set(mutantsOf(graph).map(classOf)).size > 1000);
  });

  it("judges a mutant by what changed as by the whole", function () {
    this.timeout(240_000);
    const mutants = sampled(mutantsOf(graph), 1);
    const lines = (found: ReturnType<typeof judgeWhole>) =>
      found.map(({ control, urn, property }) => [control, urn, property].join(" ")).sort();
    for (const mutant of everyNth(mutants, Math.floor(mutants.length / JUDGED_WHOLE))) {
      assert.deepEqual(lines(judgeMutant(graph, mutant)), lines(judgeWhole(graph, mutant)), classOf(mutant));
    }
  });

  it("has a mutant survive only where the reason is written down", function () {
    this.timeout(240_000);
    const outcomes = everyNth(sampled(mutantsOf(graph), 1), ONE_CLASS_IN).map((mutant) =>
      outcomeOf(graph, mutant),
    );
    const survivors = survivorsOf(outcomes);
    const unexplained = survivors.filter(({ excuse }) => excuse === undefined);
    assert.deepEqual(
      unexplained.map(({ className }) => className),
      [],
      "survived, and nobody said why",
    );
    assert.ok(outcomes.filter(({ caughtBy }) => caughtBy.length > 0).length > outcomes.length / 2);
  });
});
