import assert from "node:assert/strict";
import { packInput } from "../../cli/check/pack-input";
import { EXAMPLES, type Example } from "../../examples/violations";
import { previewView, record } from "../../local-cloud/recording";
import { explain, judge, type Report, type ReportedViolation } from "../../policy-pack/judge";

/** The reports of an example's program: with everything known, and as a preview sees it. */
async function reportsOf(example: Example, mended: boolean): Promise<readonly Report[]> {
  const program = () => Promise.resolve(example.program(mended));
  const { resources } = await record(program, { stack: example.tier });
  return [
    judge(packInput(resources), { preview: false }),
    judge(packInput(previewView(resources)), { preview: true }),
  ];
}

const firing = (report: Report) => [...new Set(report.violations.map(({ control }) => control))].sort();

/** The words that whoever made the mistake needs. */
function assertExplained(violation: ReportedViolation): void {
  const { found, required, why, fix } = violation;
  for (const part of [found, required, why, fix.text, fix.code])
    assert.ok(part.trim() !== "", violation.control);
  const words = explain(violation);
  for (const part of [violation.property, found, required, why, fix.text]) {
    assert.ok(words.includes(part), `${violation.control}: the explanation lacks "${part}"`);
  }
}

describe("the example violations", () => {
  it("have names of their own, each that of its folder", () => {
    const names = EXAMPLES.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(names, [...names].sort());
  });

  for (const example of EXAMPLES) {
    describe(example.name, () => {
      it(`is blocked in ${example.tier}, by its control and the others it names`, async () => {
        const expected = [example.control, ...example.others.map(({ control }) => control)].sort();
        for (const report of await reportsOf(example, false)) {
          assert.deepEqual(firing(report), expected);
          const own = report.violations.filter(({ control }) => control === example.control);
          assert.ok(own.every(({ level }) => level === "mandatory"));
          report.violations.forEach(assertExplained);
        }
      });

      it("passes once it is mended", async () => {
        for (const report of await reportsOf(example, true)) assert.deepEqual(firing(report), []);
      });
    });
  }
});
