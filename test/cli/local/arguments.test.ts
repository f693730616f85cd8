import assert from "node:assert/strict";
import { readArguments } from "../../../cli/local/arguments";

describe("the arguments of local", () => {
  const files = { json: undefined, sarif: undefined, junit: undefined, markdown: undefined, html: undefined };
  const good = { unprotect: false, json: false, packConfiguration: undefined, reports: files };
  const cases: readonly [string, unknown][] = [
    ["up dev", { ...good, command: "up", stack: "dev" }],
    ["preview org", { ...good, command: "preview", stack: "org" }],
    ["destroy dev --unprotect", { ...good, command: "destroy", stack: "dev", unprotect: true }],
    ["outputs prod --json", { ...good, command: "outputs", stack: "prod", json: true }],
    [
      "up dev --json a.json --sarif b.sarif --junit c.xml --markdown d.md --html e.html",
      {
        ...good,
        command: "up",
        stack: "dev",
        reports: { json: "a.json", sarif: "b.sarif", junit: "c.xml", markdown: "d.md", html: "e.html" },
      },
    ],
    [
      "preview dev --policy-pack-config p.json",
      { ...good, command: "preview", stack: "dev", packConfiguration: "p.json" },
    ],
    ["refresh dev --sarif x", { fault: "--sarif FILE is for preview and up, in which the policies judge." }],
    ["outputs dev --html x", { fault: "--html FILE is for preview and up, in which the policies judge." }],
    ["fly dev", { fault: '"fly" is none of preview, up, refresh, destroy, outputs.' }],
    ["up", { fault: "Which environment? One of org, dev, staging, prod." }],
    ["up devv", { fault: '"devv" is none of org, dev, staging, prod.' }],
    ["up dev prod", { fault: 'One environment at a time: what is "prod"?' }],
  ];
  for (const [line, expected] of cases) {
    it(line, () => assert.deepEqual(readArguments(line.split(" ")), expected));
  }

  it("names an option that it does not know", () => {
    const read = readArguments(["up", "dev", "--force"]);
    assert.match("fault" in read ? read.fault : "", /Unknown option '--force'/);
  });
});
