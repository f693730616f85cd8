import assert from "node:assert/strict";
import { namesEverything, parseArn } from "../../../policy-pack/iam/arn";
import { awsPrincipal } from "../../../policy-pack/iam/principal";

describe("ARNs", () => {
  it("are taken apart, colons in the resource kept", () => {
    assert.deepEqual(parseArn("arn:aws:logs:eu-central-1:222222222222:log-group:/a:*"), {
      partition: "aws",
      service: "logs",
      region: "eu-central-1",
      account: "222222222222",
      resource: "log-group:/a:*",
    });
    assert.equal(parseArn("data"), undefined);
    assert.equal(parseArn("arn:aws:s3"), undefined);
  });

  const everything = ["*", "**", "?*", "arn:aws:s3:::*", "arn:*:*:*:*:*", "arn:aws:s3:::*/*", "arn:aws:s3:*"];
  const ofEveryAccount = ["arn:aws:kms:*:*:key/*", "arn:aws:iam::*:role/*"];
  for (const resource of [...everything, ...ofEveryAccount]) {
    it(`${resource} names everything`, () => assert.equal(namesEverything(resource), true));
  }

  const something = [
    "arn:aws:s3:::acme-data/*",
    "arn:aws:s3:::acme-*",
    "arn:aws:kms:eu-central-1:222222222222:key/*",
    "arn:aws:logs:*:*:log-group:/aws/sagemaker/*",
  ];
  for (const resource of something) {
    it(`${resource} does not`, () => assert.equal(namesEverything(resource), false));
  }
});

describe("AWS principals", () => {
  const cases: Readonly<Record<string, string>> = {
    "*": "anyone",
    "222222222222": "account",
    "arn:aws:iam::222222222222:root": "account",
    "arn:aws:iam::222222222222:role/*": "account",
    "arn:aws:iam::*:role/training": "anyone",
    "arn:aws:iam::222222222222:role/training": "named",
    "arn:aws:sts::222222222222:assumed-role/training/job": "named",
    AROAEXAMPLEID: "other",
  };
  for (const [text, kind] of Object.entries(cases)) {
    it(`${text} is ${kind}`, () => assert.equal(awsPrincipal(text).kind, kind));
  }
});
