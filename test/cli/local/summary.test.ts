import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { summary } from "../../../cli/local/summary/summary";

const upStack = (name: string, outputs: Record<string, unknown> = {}) => {
  const stackUrn = `urn:pulumi:${name}::mlplatform::pulumi:pulumi:Stack::mlplatform-${name}`;
  const component = `urn:pulumi:${name}::mlplatform::mlplatform:a:Core::core`;
  return {
    name,
    state: {
      resources: [
        { urn: stackUrn, type: "pulumi:pulumi:Stack", custom: false, outputs },
        { urn: component, type: "mlplatform:a:Core", custom: false, parent: stackUrn },
        {
          urn: `urn:pulumi:${name}::mlplatform::aws:s3/bucket:Bucket::b`,
          type: "aws:s3/bucket:Bucket",
          custom: true,
          parent: component,
        },
      ],
      pending: [],
    },
  };
};
const shown = (...args: Parameters<typeof summary>) => stripVTControlCharacters(summary(...args));

describe("the summary", () => {
  it("counts the stack and those it reads, and says that nothing left the machine", () => {
    const text = shown(upStack("dev"), [upStack("org")], { policies: 40, columns: 80 });
    assert.match(text, /^\norg and dev are up: 2 resources in 0 accounts, 40 policies checked\.\n/);
    assert.match(text, /│ org +│ Core +│ core │ none +│ +1 │\n│ dev +│ Core +│ core │ none +│ +1 │/);
    assert.match(text, /Nothing left this machine/);
  });

  it("cuts long outputs, and says where the rest is", () => {
    const outputs = Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [`o${index}`, "x".repeat(100)]),
    );
    const lines = shown(upStack("dev", outputs), [], { policies: 1, columns: 40 }).split("\n");
    const from = lines.indexOf("Outputs:");
    assert.equal(lines[from + 1], `  o0   ${"x".repeat(32)}…`);
    assert.equal(lines[from + 13], "  … 2 more: npm run local -- outputs dev");
  });
});
