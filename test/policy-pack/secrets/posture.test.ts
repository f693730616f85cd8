import assert from "node:assert/strict";
import { POSTURES } from "../../../config";
import { KEY_DELETION_DAYS } from "../../../policy-pack/controls/kms/kms-deletion-safe";
import { SECRET_RECOVERY_DAYS } from "../../../policy-pack/controls/secrets/secret-cmk-and-policy";

describe("the days that the pack demands of keys and secrets", () => {
  for (const tier of ["dev", "staging", "prod"] as const) {
    it(`are those of the posture of ${tier}`, () => {
      assert.equal(KEY_DELETION_DAYS[tier], POSTURES[tier].keyDeletionDays);
      assert.equal(SECRET_RECOVERY_DAYS[tier], POSTURES[tier].secretRecoveryDays);
    });
  }
});
