import assert from "node:assert/strict";
import fc from "fast-check";
import { wrapped } from "../../../cli/reports/wrap";

describe("text for a terminal", () => {
  it("goes on below the words of its label, and leaves code and long words whole", () => {
    const code = `             new s3.Bucket("data", { bucket: "a-name-that-is-longer-than-the-terminal" });`;
    const text = `data (s3/bucket): policy
  why:       One public ACL or policy is enough for anyone to read the data.
${code}
  resource:  urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::data-of-the-team`;
    assert.equal(
      wrapped(text, 50),
      `data (s3/bucket): policy
  why:       One public ACL or policy is enough
             for anyone to read the data.
${code}
  resource:  urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::data-of-the-team`,
    );
  });

  it("is left as it is for a file or a pipe, and in a terminal too narrow for words", () => {
    const text = `  why:       ${"word ".repeat(50)}`;
    assert.equal(wrapped(text, undefined), text);
    assert.equal(wrapped(text, 20), text);
  });

  it("loses no word, and never makes a line longer than it has to be", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 120 }), (list, columns) => {
        const out = wrapped(`  fix:       ${list.join(" ")}`, columns);
        assert.deepEqual(out.trim().split(/\s+/), ["fix:", ...list]);
        for (const line of out.split("\n")) assert.ok(line.length <= columns, line);
      }),
    );
  });
});
