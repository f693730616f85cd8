import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { collectCases } from "../../engine/support/analyze/cases";
import listed from "./silent-at-previews.json";
import { type Pair, silentPairs } from "./silent-pairs";

/**
 * An input that decides must not make a control pass in silence while it is not known. The inputs of which it may are in
 * `silent-at-previews.json`, by the reason why; a new one is waited for by its control, or comes with its reason.
 */
describe("what a preview does not know is found or deferred", () => {
  let silent: readonly Pair[] = [];
  before(function () {
    this.timeout(300_000);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "silent-"));
    try {
      const cases = collectCases(folder);
      assert.ok(cases.length > 2_000, "too few cases were collected to show anything");
      silent = silentPairs(cases);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  const groups: readonly { readonly controls: Readonly<Record<string, readonly string[] | undefined>> }[] =
    listed;
  const allowed = groups.flatMap(({ controls }) =>
    Object.entries(controls).flatMap(([control, inputs]) =>
      (inputs ?? []).map((input): Pair => `${control} | ${input}`),
    ),
  );

  it("in every failing case of every control, whichever input it is, but for those that are listed", () => {
    assert.deepEqual(
      silent.filter((pair) => !allowed.includes(pair)),
      [],
    );
  });

  it("lists none that is waited for by now, and none twice", () => {
    assert.deepEqual(
      allowed.filter((pair) => !silent.includes(pair)),
      [],
    );
    assert.deepEqual([...new Set(allowed)].length, allowed.length);
  });
});
