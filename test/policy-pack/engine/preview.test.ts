import assert from "node:assert/strict";
import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";
import * as runtime from "@pulumi/pulumi/runtime";
import { resourcePolicy } from "../../../policy-pack/engine/resource-policy";
import { reviewerOf } from "../../../policy-pack/engine/reviewer";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { redKeys } from "../support/made-up-controls";
import { UNKNOWN_SENTINEL } from "../support/realise";
import { SETTINGS } from "../support/verdicts";

const policy: ResourceValidationPolicy = resourcePolicy(
  redKeys,
  SETTINGS,
  reviewerOf(NO_EXCEPTIONS, [redKeys], SETTINGS),
);

/** What the policy tells of a key whose colour is unknown. */
function tell(): readonly unknown[] {
  const told: unknown[] = [];
  const args = {
    type: "aws:kms/key:Key",
    urn: "urn:pulumi:prod::mlplatform::aws:kms/key:Key::k",
    name: "k",
    props: unknownCheckingProxy({ colour: UNKNOWN_SENTINEL }),
    opts: { protect: false, ignoreChanges: [], aliases: [] },
    getConfig: () => ({}),
  } as unknown as ResourceValidationArgs;
  const validate = policy.validateResource;
  assert.ok(typeof validate === "function");
  void validate(args, ((one: unknown) => told.push(one)) as never);
  return told;
}

describe("an unknown at a preview", () => {
  const { _setIsDryRun: setDryRun } = runtime as unknown as { _setIsDryRun: (dryRun: boolean) => void };
  afterEach(() => {
    setDryRun(false);
  });

  it("is told without blocking, and says when it will be judged", () => {
    setDryRun(true);
    assert.deepEqual(tell(), [
      {
        message:
          "k (kms/key): colour is not known before deployment; it is judged at `up`, where it counts as mandatory.",
        urn: "urn:pulumi:prod::mlplatform::aws:kms/key:Key::k",
        enforcementLevel: "advisory",
      },
    ]);
  });

  it("blocks when nothing will become known any more", () => {
    const [one] = tell() as { enforcementLevel: string }[];
    assert.equal(one?.enforcementLevel, "mandatory");
  });
});
