import assert from "node:assert/strict";
import { realGraph, type RealGraph } from "../mutation/real-graphs";
import { ROWS } from "./alone";
import { caughtBy, wellMadeViolations } from "./alone/judge-row";

describe("each control earns its place: a mutation of a real graph that it alone catches", () => {
  const graphs = new Map<string, RealGraph>();
  before(async function () {
    this.timeout(600_000);
    for (const stack of new Set(ROWS.map((row) => row.stack))) graphs.set(stack, await realGraph(stack));
  });

  for (const row of ROWS) {
    it(`${row.control}${row.aloneBlocks === true ? `, which alone blocks it in ${row.stack}` : ""}`, function () {
      this.timeout(300_000);
      const graph = graphs.get(row.stack);
      assert.ok(graph !== undefined);
      assert.deepEqual(caughtBy(graph, row), [row.control]);
    });
  }

  it("adds only what is well made, but for the property that it breaks", function () {
    this.timeout(300_000);
    for (const [stack, graph] of graphs) {
      const rows = ROWS.filter((row) => row.stack === stack);
      assert.deepEqual(wellMadeViolations(graph, rows), [], stack);
    }
  });
});
