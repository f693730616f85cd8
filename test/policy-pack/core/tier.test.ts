import assert from "node:assert/strict";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { tierOfResource } from "../../../policy-pack/core/tier";
import { tiersOf } from "../../../policy-pack/core/tiers";
import { SETTINGS } from "../support/verdicts";

const inStack = (stack: string, accounts?: unknown): RawResource => ({
  urn: `urn:pulumi:${stack}::mlplatform::mlplatform:core:Network$aws:kms/key:Key::k`,
  type: "aws:kms/key:Key",
  name: "k",
  props: {},
  options: {},
  ...(accounts === undefined
    ? {}
    : { provider: { type: "pulumi:providers:aws", name: "p", props: { allowedAccountIds: accounts } } }),
});

describe("the tier of a resource", () => {
  it("is its stack's, and prod for a stack that is not listed", () => {
    assert.equal(tierOfResource(inStack("dev"), SETTINGS), "dev");
    assert.equal(tierOfResource(inStack("staging"), SETTINGS), "staging");
    for (const stack of ["prod", "org", "prdo", "Dev", "__proto__", "constructor"]) {
      assert.equal(tierOfResource(inStack(stack), SETTINGS), "prod", stack);
    }
    assert.equal(tierOfResource({ ...inStack("dev"), urn: "no urn" }, SETTINGS), "prod");
  });

  it("is made stricter by the account of the provider, and never laxer", () => {
    assert.equal(tierOfResource(inStack("dev", ["333333333333"]), SETTINGS), "staging");
    assert.equal(tierOfResource(inStack("dev", ["222222222222", "444444444444"]), SETTINGS), "prod");
    assert.equal(tierOfResource(inStack("dev", '["111111111111"]'), SETTINGS), "prod");
    assert.equal(tierOfResource(inStack("prod", ["222222222222"]), SETTINGS), "prod");
    assert.equal(tierOfResource(inStack("dev", ["999999999999"]), SETTINGS), "dev");
  });

  it("of what belongs to no resource is the strictest of all, and prod of nothing", () => {
    const all = [inStack("dev"), { ...inStack("dev", ["333333333333"]), urn: `${inStack("dev").urn}2` }];
    assert.equal(tiersOf(all, SETTINGS).strictest, "staging");
    assert.equal(tiersOf(all, SETTINGS).tierOf("urn:of:nothing"), "staging");
    assert.equal(tiersOf([], SETTINGS).strictest, "prod");
  });
});
