import assert from "node:assert/strict";
import fc from "fast-check";
import { ownerTag, tagsOf } from "../../../components/secure";
import { scopeOf } from "../support/fixtures";

describe("tags", () => {
  it("say whose a resource is, who pays, who answers, and how sensitive it is", () => {
    assert.deepEqual(tagsOf(scopeOf("fraud"), "acme-dev-fraud-data"), {
      Name: "acme-dev-fraud-data",
      Environment: "dev",
      Team: "fraud",
      CostCenter: "CC-1001",
      DataClassification: "synthetic",
      Owner: "owner@example.com",
      ManagedBy: "pulumi",
    });
  });

  it("hold only as many contacts as fit, in letters that AWS accepts", () => {
    assert.equal(ownerTag(["o'neil,x@example.com", "b@example.com"]), "o_neil_x@example.com b@example.com");
    const long = `${"x".repeat(250)}@example.com`;
    assert.equal(ownerTag(["a@example.com", long, "b@example.com"]), "a@example.com b@example.com");
  });

  it("never pass AWS's limit of 256 characters, whoever the contacts are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 300 })), (contacts) => {
        const tag = ownerTag(contacts);
        assert.ok(tag.length <= 256);
        assert.match(tag, /^[\p{L}\p{N} _.:/=+\-@]*$/u);
      }),
    );
  });
});
