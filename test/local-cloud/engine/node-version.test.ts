import assert from "node:assert/strict";
import { nodeProblem } from "../../../local-cloud/engine";

describe("the Node version", () => {
  for (const version of ["v20.19.0", "v20.20.2", "v22.0.0", "v24.3.0"]) {
    it(`${version} will do`, () => assert.equal(nodeProblem(version), undefined));
  }
  for (const version of ["v18.20.0", "v20.18.9", "none"]) {
    it(`${version} is refused`, () =>
      assert.equal(
        nodeProblem(version),
        `This is Node ${version}; 20.19.0 or newer is needed: https://nodejs.org/`,
      ));
  }
});
