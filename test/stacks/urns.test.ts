import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { recordStack } from "./support/record-stack";

/**
 * Every URN of every stack, as a text file. A URN that goes and one that comes are, to the engine, a resource
 * deleted and another created: a rename needs an alias. `UPDATE_URNS=1` writes the files anew.
 */
describe("the committed list of URNs", () => {
  for (const stack of ["org", "dev", "staging", "prod"]) {
    it(`is what ${stack} registers`, async () => {
      const file = path.join(__dirname, "urns", `${stack}.txt`);
      const { resources } = await recordStack(stack);
      const urns = resources.map(({ urn }) => urn.split("::").slice(2).join("::")).sort();
      if (process.env["UPDATE_URNS"] === "1") fs.writeFileSync(file, `${urns.join("\n")}\n`);
      assert.deepEqual(urns, fs.readFileSync(file, "utf8").trimEnd().split("\n"));
    });
  }
});
