import type { NewOptions } from "../options";
import { variableName } from "./control-template";

/**
 * The test of a control that has yet to be written: what must pass, what must fail, each form of the mistake, and that
 * no other control finds it already.
 */
export function testFile({ name, area, type }: NewOptions): string {
  const short = type.replace(/^aws:/, "");
  const label = short.replace(/:[^:]+$/, "");
  const other = label === "kms/key" ? "s3/bucket:Bucket" : "kms/key:Key";
  return `import { ${variableName(name)} as control } from "../../../policy-pack/controls/${area}/${name}";
import { catchesAlone, changed } from "../support/catches-alone";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

describe("${name}", () => {
  it("passes what is right", () => {
    passes(control, [declare("${short}", "right", { property: "as it should be" })]);
  });

  it("finds the mistake", () => {
    const wrong = declare("${short}", "wrong", { property: "as people write it" });
    violates(control, [wrong], ["wrong (${label}): property"]);
  });

  it("finds a property that is not set", () => {
    violates(control, [declare("${short}", "absent")], ["absent (${label}): property"]);
  });

  it("has nothing to judge elsewhere", () => {
    notApplicable(control, [declare("${other}", "other")]);
  });

  it("catches what no other control does", async function () {
    this.timeout(120_000);
    await catchesAlone(changed(control.name, "name-of-a-resource-in-prod", ["property"], "as people write it"));
  });
});
`;
}
