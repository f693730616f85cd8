import { iamNoWildcardAction as control } from "../../../policy-pack/controls/identity/iam-no-wildcard-action";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";
import { managedPolicy, reads } from "./cases";

describe("iam-no-wildcard-action", () => {
  const harmless = [
    "s3:GetObject",
    "ec2:Describe*",
    "S3:LIST*",
    "sagemaker:Describe*",
    "kms:GenerateDataKey*",
    "kms:ReEncrypt*",
  ];
  for (const action of harmless) {
    it(`passes ${action}`, () => passes(control, [managedPolicy(reads({ Action: action }))]));
  }

  it("passes a wildcard in a Deny", () => {
    passes(control, [managedPolicy(reads({ Effect: "Deny", Action: "*" }))]);
  });

  const broad = [
    "*",
    "*:*",
    "s3:*",
    "s3:Put*",
    "iam:*Role*",
    "S3:p?t*",
    "s*:Get*",
    "sagemaker:?*",
    "nosuch:Get*",
    "kms:*",
    "kms:Generate*",
    "kms:*Encrypt*",
  ];
  for (const action of broad) {
    it(`refuses ${action}`, () => {
      violates(
        control,
        [managedPolicy(reads({ Action: ["s3:GetObject", action] }))],
        ["access (iam/policy): policy.Statement[0].Action[1]"],
      );
    });
  }

  it("refuses wildcards in trust policies and in policies of buckets, secrets and registries", () => {
    const statement = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::222222222222:role/etl" } };
    const policy = (Action: string) =>
      JSON.stringify({ Statement: [{ ...statement, Action, Resource: "*" }] });
    const trusting = (action: string) =>
      declare("iam/role:Role", "etl", { assumeRolePolicy: policy(action) });
    passes(control, [trusting("sts:AssumeRole")]);
    violates(control, [trusting("sts:*")], ["etl (iam/role): assumeRolePolicy.Statement[0].Action"]);
    for (const type of ["s3/bucketPolicy", "secretsmanager/secretPolicy", "ecr/repositoryPolicy"]) {
      const token = `${type}:${type.split("/")[1]?.replace(/^./, (letter) => letter.toUpperCase())}`;
      violates(
        control,
        [declare(token, "data", { policy: policy("*") })],
        [`data (${type}): policy.Statement[0].Action`],
      );
    }
    const all = { Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }] };
    passes(control, [declare("s3/bucketPolicy:BucketPolicy", "data", { policy: JSON.stringify(all) })]);
  });

  it("judges the policies of stores, queues and topics, beside them or within", () => {
    const policy = JSON.stringify({
      Statement: {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::222222222222:role/x" },
        Action: "sqs:*",
        Resource: "*",
      },
    });
    for (const type of [
      "dynamodb/resourcePolicy:ResourcePolicy",
      "kinesis/resourcePolicy:ResourcePolicy",
      "s3/bucket:Bucket",
      "s3/bucketV2:BucketV2",
      "secretsmanager/secret:Secret",
      "sns/topicPolicy:TopicPolicy",
      "sqs/queue:Queue",
      "sqs/queuePolicy:QueuePolicy",
    ]) {
      const found = [`x (${type.split(":")[0] ?? ""}): policy.Statement.Action`];
      violates(control, [declare(type, "x", { policy })], found);
    }
  });

  it("judges each action and each statement by itself", () => {
    violates(
      control,
      [managedPolicy(reads({ Action: ["s3:*", "kms:*"] }), reads(), reads({ Action: "iam:*" }))],
      [
        "access (iam/policy): policy.Statement[0].Action[0]",
        "access (iam/policy): policy.Statement[0].Action[1]",
        "access (iam/policy): policy.Statement[2].Action",
      ],
    );
  });

  it("defers a document that is not known yet, and judges it then", () => {
    const source = declare("s3/object:Object", "o", {
      body: JSON.stringify({ Statement: reads({ Action: "s3:*" }) }),
    });
    const policy = declare("iam/policy:Policy", "late", { policy: ref(source, "body") });
    defers(
      control,
      [source, policy],
      ["late (iam/policy): policy"],
      ["late (iam/policy): policy.Statement.Action"],
    );
  });
});
