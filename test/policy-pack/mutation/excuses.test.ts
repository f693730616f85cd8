import assert from "node:assert/strict";
import { type Excuse, excuser, loadExcuses } from "./excuses";

const URN = "urn:pulumi:prod::mlplatform::aws:kms/key:Key::fraud-data-key";
const mutant = { className: "aws:kms/key:Key | tags.Owner | changed", stack: "prod", urn: URN };
const found = (excuse: Partial<Excuse>, controls: readonly string[] = []) =>
  excuser([{ classes: ["aws:kms/*"], ...excuse }], new Set(controls))(mutant) !== undefined;

describe("why mutants may survive", () => {
  it("is read from a file of the right form", () => {
    assert.ok(loadExcuses().length > 10);
  });

  it("holds of the classes, resources and stacks that it names", () => {
    assert.equal(found({ reason: "any" }), true);
    assert.equal(found({ classes: ["aws:s3/*", "* | tags.Owner | changed"] }), true);
    assert.equal(found({ classes: ["aws:s3/*"] }), false);
    assert.equal(found({ classes: ["aws:kms/key:Key"] }), false, "a pattern matches the whole class");
    assert.equal(found({ classes: ["aws:kms/key.Key | *"] }), false, "a dot is a dot");
    assert.equal(found({ resources: ["*-data-key"] }), true);
    assert.equal(found({ resources: ["*-models-key", "data-key"] }), false);
    assert.equal(found({ stacks: ["dev"] }), false);
    assert.equal(found({ stacks: ["dev", "prod"] }), true);
  });

  it("ends with the arrival of the control that was awaited", () => {
    assert.equal(found({ awaits: "kms-key-owned" }), true);
    assert.equal(found({ awaits: "kms-key-owned" }, ["kms-key-owned"]), false);
  });
});
