import assert from "node:assert/strict";
import { caughtBy, wellMadeViolations } from "../catalogue/alone/judge-row";
import type { Row } from "../catalogue/alone/row";
import { realGraph } from "../mutation/real-graphs";

export { add, added, changed, generated, present, the } from "../catalogue/alone/row";

/**
 * Asserts that a control earns its place: a mutation of the real graph of a stack that it catches, and no other control.
 * What the row adds to the graph must be well made but for the property that it breaks.
 */
export async function catchesAlone(row: Row): Promise<void> {
  const graph = await realGraph(row.stack);
  if ("added" in row && row.added.length > 0)
    assert.deepEqual(wellMadeViolations(graph, [row]), [], "what is added is not well made");
  const caught = caughtBy(graph, row);
  assert.ok(caught.includes(row.control), `${row.control} does not catch it; ${listed(caught)}`);
  const others = caught.filter((name) => name !== row.control);
  assert.deepEqual(
    others,
    [],
    `${row.control} is not alone: choose a mutation that no other control catches`,
  );
}

const listed = (names: readonly string[]): string =>
  names.length === 0 ? "no control does" : `${names.join(", ")} catch it`;
