import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { UNKNOWN, UNSET, known } from "../../../policy-pack/contract/value";
import { shown } from "../../../policy-pack/core/shown";
import { UNKNOWN_SENTINEL } from "../support/realise";

describe("values in messages", () => {
  it("are put in words", () => {
    assert.equal(shown(known("x")), '"x"');
    assert.equal(shown(known(true)), "true");
    assert.equal(shown(known([1, { a: "b" }])), '[1,{"a":"b"}]');
    assert.equal(shown(UNSET), "not set");
    assert.equal(shown(UNKNOWN), "not known before deployment");
    assert.equal(
      shown(known(unknownCheckingProxy({ a: UNKNOWN_SENTINEL }))),
      "an object with values not known before deployment",
    );
  });

  it("are shortened", () => {
    assert.equal(shown(known("x".repeat(500))).length, 120);
  });

  it("are masked where their property's name says that they are secret", () => {
    for (const path of [
      "masterPassword",
      "secretString",
      "environment.variables.API_TOKEN",
      "userData",
      "accessKey",
      "dbPasswd",
    ]) {
      assert.equal(shown(known("hunter2"), path), "[masked]", path);
    }
    assert.equal(shown(known({ user: "ml", password: "hunter2" })), '{"user":"ml","password":"[masked]"}');
    assert.equal(shown(known("arn:x"), "secretArn"), '"arn:x"');
    assert.equal(shown(known("x"), "kmsKeyId"), '"x"');
  });
});
