import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { generatedFiles } from "../../../cli/docs/generated-files";

const ROOT = path.resolve(__dirname, "../../..");

describe("generated files", () => {
  for (const { path: file, content } of generatedFiles(ROOT)) {
    it(`${file} is what npm run docs would write`, () => {
      assert.equal(readFileSync(path.join(ROOT, file), "utf8"), content);
    });
  }

  it("tell the policy pack of every account, in the tier that Pulumi.yaml gives it", () => {
    const facts = JSON.parse(readFileSync(path.join(ROOT, "policy-pack/company.json"), "utf8"));
    assert.deepEqual(facts.accounts, {
      dev: ["555555555555"],
      staging: ["666666666666", "777777777777"],
      prod: ["888888888888", "999999999999"],
      org: ["111111111111", "222222222222", "333333333333", "444444444444"],
    });
  });

  it("document every key of a team", () => {
    const reference = readFileSync(path.join(ROOT, "docs/configuration.md"), "utf8");
    for (const key of ["costCenter", "networkSlot", "models.<name>.callers", "training.instanceTypes"]) {
      assert.match(reference, new RegExp(`\`mlplatform:teams\\.<name>\\.${key.replaceAll(".", "\\.")}\``));
    }
  });
});
