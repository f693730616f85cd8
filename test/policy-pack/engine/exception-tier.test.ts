import assert from "node:assert/strict";
import type { ResourceValidationArgs } from "@pulumi/policy";
import { resourcePolicy } from "../../../policy-pack/engine/resource-policy";
import { reviewerOf } from "../../../policy-pack/engine/reviewer";
import { file, RECORD } from "../exceptions/cases";
import { redKeys } from "../support/made-up-controls";
import { SETTINGS } from "../support/verdicts";

const today = new Date().toISOString().slice(0, 10);
const [PROD_ACCOUNT] = SETTINGS.accounts.prod ?? [];
const [DEV_ACCOUNT] = SETTINGS.accounts.dev ?? [];

/** The level at which the engine is told of a blue key of the stack `dev`, in an account, with an exception. */
function toldLevel(account: string | undefined, approvedBy: readonly string[]): unknown {
  const record = {
    ...RECORD,
    select: { stack: "dev", name: "k" },
    approvedBy,
    createdOn: today,
    expiresOn: today,
  };
  const review = reviewerOf(file(record), [redKeys], SETTINGS);
  const told: { enforcementLevel: string }[] = [];
  const args = {
    type: "aws:kms/key:Key",
    urn: "urn:pulumi:dev::mlplatform::aws:kms/key:Key::k",
    name: "k",
    props: { colour: "blue" },
    opts: { protect: false, ignoreChanges: [], aliases: [] },
    provider: {
      type: "pulumi:providers:aws",
      name: "aws",
      props: { allowedAccountIds: JSON.stringify([account]) },
    },
    getConfig: () => ({}),
  } as unknown as ResourceValidationArgs;
  const { validateResource: validate } = resourcePolicy(
    { ...redKeys, levels: { ...redKeys.levels, dev: "mandatory" } },
    SETTINGS,
    review,
  );
  assert.ok(typeof validate === "function");
  void validate(args, ((one: never) => told.push(one)) as never);
  assert.equal(told.length, 1);
  return told[0]?.enforcementLevel;
}

describe("an exception of a stack below prod, in the engine", () => {
  const both = ["security@example.com", "risk@example.com"];

  it("holds in the stack's own account, and in one of prod with what prod asks for alone", () => {
    assert.equal(toldLevel(DEV_ACCOUNT, both.slice(0, 1)), "advisory");
    assert.equal(toldLevel(PROD_ACCOUNT, both.slice(0, 1)), "mandatory");
    assert.equal(toldLevel(PROD_ACCOUNT, both), "advisory");
  });
});
