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
      "PRIVATE_KEY",
      "aws-access-key",
      "USER_DATA",
      "userDataBase64",
      "sessionTokens",
      "tokens",
      "credentials",
      "userPasswords[0]",
      "secretIdentity",
      "secretMessage",
      "tokenStorage",
      "tokens[0]",
    ]) {
      assert.equal(shown(known("hunter2"), path), "[masked]", path);
    }
    assert.equal(shown(known({ user: "ml", password: "hunter2" })), '{"user":"ml","password":"[masked]"}');
    assert.equal(shown(known({ DB_PASSWORD: 12345 })), '{"DB_PASSWORD":"[masked]"}');
    assert.equal(shown(known("arn:x"), "secretArn"), '"arn:x"');
    assert.equal(shown(known("x"), "kmsKeyId"), '"x"');
  });

  it("are shown where a property only says how secrets are handled", () => {
    for (const [path, value, words] of [
      ["metadataOptions.httpTokens", "optional", '"optional"'],
      ["advancedSecurityOptions.internalUserDatabaseEnabled", true, "true"],
      ["internalUserDatabase", "x", '"x"'],
      ["minimumPasswordLength", 8, "8"],
      ["passwordReusePrevention", 1, "1"],
      ["maxPasswordAge", 365, "365"],
      ["manageMasterUserPassword", false, "false"],
      ["secret", "false", '"false"'],
      ["authTokenUpdateStrategy", "SET", '"SET"'],
      ["imagePullCredentialsType", "SERVICE_ROLE", '"SERVICE_ROLE"'],
      ["accessTokenValidity", 24, "24"],
    ] as const) {
      assert.equal(shown(known(value), path), words, path);
    }
    assert.equal(
      shown(known({ httpTokens: "optional", httpEndpoint: "enabled" })),
      '{"httpTokens":"optional","httpEndpoint":"enabled"}',
    );
  });
});
