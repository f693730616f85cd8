import assert from "node:assert/strict";
import { statementOf } from "../../../policy-pack/iam/statement";
import { isAwsBucket, onlyReadsAwsBuckets } from "../../../policy-pack/network/aws-buckets";

const OF_AWS = [
  "prod-eu-central-1-starport-layer-bucket",
  "jumpstart-cache-prod-us-gov-west-1",
  "al2023-repos-ap-southeast-2-de612dc2",
  "amazonlinux-2-repos-cn-north-1",
  "amazonlinux.us-east-1.amazonaws.com",
  "repo.eu-west-1.emr.amazonaws.com",
  "aws-ssm-eu-west-1",
  "amazon-ssm-packages-eu-west-1",
  "us-iso-east-1-birdwatcher-prod",
  "cloudformation-custom-resource-response-euwest1",
  "ec2imagebuilder-toe-me-south-1-prod",
];
const OF_OTHERS = [
  "prod-evil-starport-layer-bucket",
  "starport-layer-bucket-of-mine",
  "jumpstart-cache-prod-evil",
  "al2023-repos-eu-west-1-cafe1234",
  "amazonlinux-2-repos-evil",
  "amazonlinuxXus-east-1.amazonaws.com",
  "aws-ssm-eu-west-1-evil",
  "aws-ssm-*",
  "elasticbeanstalk-eu-west-1-123456789012",
  "",
];

describe("AWS's own buckets", () => {
  for (const name of OF_AWS) it(`has ${name} among them`, () => assert.equal(isAwsBucket(name), true));
  for (const name of OF_OTHERS) it(`leaves "${name}" out`, () => assert.equal(isAwsBucket(name), false));

  it("are only read by a statement that gets objects, of theirs alone", () => {
    const reads = (Action: unknown, ...Resource: readonly string[]) =>
      onlyReadsAwsBuckets(statementOf({ Effect: "Allow", Principal: "*", Action, Resource }, "s"));
    const theirs = "arn:aws:s3:::aws-ssm-eu-west-1/*";
    assert.equal(reads("s3:GetObject", theirs), true);
    assert.equal(reads(["s3:GetObject"], theirs, "arn:aws-cn:s3:::al2023-cn-north-1/*"), true);
    assert.equal(reads("s3:PutObject", theirs), false);
    assert.equal(reads(["s3:GetObject", "s3:PutObject"], theirs), false);
    assert.equal(reads("s3:Get*", theirs), false);
    assert.equal(reads("s3:GetObject", theirs, "arn:aws:s3:::elsewhere/*"), false);
    assert.equal(reads("s3:GetObject", "arn:aws:s3:::aws-ssm-eu-west-1"), false);
    assert.equal(reads("s3:GetObject", "*"), false);
  });
});
