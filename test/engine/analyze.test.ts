import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { CONTROLS } from "../../policy-pack/controls";
import { analyze, hasAnalyze, type Found } from "./support/analyze/analyze";
import { batchesOf, type Placed } from "./support/analyze/batches";
import { collectCases } from "./support/analyze/cases";
import { engineOrSkip } from "./support/engine";

/** A case, and the lines that the engine showed for its control and its resources. */
interface Judged extends Placed {
  readonly found: readonly string[];
}

/** As many at once as a small machine has processors. */
const AT_ONCE = 2;

describe("every control through `pulumi policy analyze`, on state files of its own tests' cases", () => {
  const judged: Judged[] = [];

  before(async function () {
    const engine = await engineOrSkip(this);
    if (!(await hasAnalyze(engine))) {
      if (process.env["CI"] !== undefined) throw new Error("The engine has no `policy analyze`.");
      console.log("\n!!! SKIPPED, NOT TESTED: the engine has no `policy analyze`.\n");
      return this.skip();
    }
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-analyze-"));
    try {
      const waiting = batchesOf(collectCases(folder)).map((batch, i) => ({
        batch,
        own: path.join(folder, `batch-${i}`),
      }));
      const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const found = await analyze(engine, next.batch, next.own);
          for (const one of next.batch.cases) judged.push({ ...one, found: linesOf(one, found) });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  for (const { name } of CONTROLS) {
    it(`${name} finds in each state what it finds in its tests, and nothing else`, () => {
      const own = judged.filter(({ control }) => control === name);
      assert.ok(
        own.some(({ lines }) => lines.length > 0),
        "no case in which it fires",
      );
      assert.ok(
        own.some(({ lines }) => lines.length === 0),
        "no case in which it does not",
      );
      for (const { found, lines, urns } of own) assert.deepEqual(found, lines, [...urns].join("\n"));
    });
  }
});

function linesOf({ control, urns }: Placed, found: readonly Found[]): readonly string[] {
  return found
    .filter((one) => one.control === control && urns.has(one.urn))
    .map(({ line }) => line)
    .sort();
}
