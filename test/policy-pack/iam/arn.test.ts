import assert from "node:assert/strict";
import { namesAllOfKind, namesEverything, parseArn } from "../../../policy-pack/iam/arn";
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

  const home = "222222222222";
  const allOfKind = [
    `arn:aws:secretsmanager:eu-central-1:${home}:secret:*`,
    `arn:aws:secretsmanager:*:${home}:secret:*-??????`,
    `arn:aws:ec2:eu-central-1:${home}:subnet/*`,
    `arn:aws:ec2:eu-central-1:${home}:security-group/?*`,
    `arn:aws-cn:kms:cn-north-1:${home}:key/*`,
    "arn:aws:ec2:eu-central-1::snapshot/*",
    `arn:aws:ssm:eu-central-1:${home}:parameter/*`,
    `arn:aws:states:eu-central-1:${home}:stateMachine:*`,
    `arn:aws:logs:eu-central-1:${home}:log-group:*:*`,
    `arn:aws:kinesis:eu-central-1:${home}:stream/*`,
    `arn:aws:rds-db:eu-central-1:${home}:dbuser:*/*`,
    `arn:aws:cassandra:eu-central-1:${home}:/keyspace/*`,
    `arn:aws:dynamodb:eu-central-1:${home}:table/*/index/*`,
    `arn:aws:s3:eu-central-1:${home}:accesspoint/*`,
    "arn:aws:s3:::*/data/*",
    "arn:aws:s3:::?*/*",
  ];
  for (const resource of allOfKind) {
    it(`${resource} names all of a kind`, () => assert.equal(namesAllOfKind(resource), true));
  }

  const someOfKind = [
    "*",
    `arn:aws:secretsmanager:eu-central-1:${home}:secret:fraud/*`,
    `arn:aws:ssm:eu-central-1:${home}:parameter/fraud/*`,
    `arn:aws:kms:eu-central-1:${home}:key/0f0f0f0f-1111-4222-8333-444444444444`,
    `arn:aws:ec2:eu-central-1:${home}:network-interface/*`,
    `arn:aws:ec2:eu-central-1:${home}:instance/*`,
    `arn:aws:sagemaker:eu-central-1:${home}:training-job/*`,
    `arn:aws:logs:eu-central-1:${home}:log-group:/aws/sagemaker/TrainingJobs:*`,
    `arn:aws:ec2:eu-central-1:${home}:-/*`,
    `arn:aws:dynamodb:eu-central-1:${home}:table/fraud/index/*`,
    `arn:aws:kinesis:eu-central-1:${home}:stream/fraud-*`,
    "arn:aws:s3:::acme-*/data/*",
  ];
  for (const resource of someOfKind) {
    it(`${resource} names less, or more`, () => assert.equal(namesAllOfKind(resource), false));
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
