import { iamNoWildcardResource as control } from "../../../policy-pack/controls/identity/iam-no-wildcard-resource";
import { declare, ref } from "../support/resources";
import { passes, violates } from "../support/verdicts";
import { managedPolicy, reads } from "./cases";

const wide = (parts: object) => managedPolicy(reads({ Resource: "*", ...parts }));
const FOUND = ["access (iam/policy): policy.Statement[0].Resource"];

describe("iam-no-wildcard-resource", () => {
  it("passes named resources, those of the same program too", () => {
    passes(control, [managedPolicy(reads())]);
    const bucket = declare("s3/bucket:Bucket", "data");
    const policy = JSON.stringify({ Statement: reads() });
    passes(control, [bucket, declare("iam/rolePolicy:RolePolicy", "p", { role: ref(bucket), policy })]);
  });

  it("passes * for actions that AWS cannot scope", () => {
    passes(control, [
      wide({ Action: ["ecr:GetAuthorizationToken", "ec2:DescribeVpcs", "sts:GetCallerIdentity"] }),
    ]);
    passes(control, [wide({ Action: ["cloudwatch:GetMetricData", "cloudwatch:PutMetricData"] })]);
    passes(control, [wide({ Action: "cloudwatch:PutMetricData" })]);
    passes(control, [wide({ Action: ["comprehend:DetectEntities", "translate:TranslateText"] })]);
    passes(control, [wide({ Action: ["ec2:Describe*", "autoscaling:Describe*"] })]);
    violates(control, [wide({ Action: ["ec2:Describe*", "ec2:RunInstances"] })], FOUND);
    violates(control, [wide({ Action: ["ec2:D*"] })], FOUND);
    violates(control, [wide({ Action: ["comprehend:*"] })], FOUND);
  });

  it("passes * with a condition that limits the resource", () => {
    passes(control, [wide({ Condition: { StringEquals: { "aws:ResourceTag/Team": "fraud" } } })]);
    const viaS3 = { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } };
    passes(control, [wide({ Action: "kms:Decrypt", Condition: viaS3 })]);
  });

  const everywhere = ["*", "arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:*:*:*:*:*"];
  for (const resource of everywhere) {
    it(`refuses ${resource}`, () => violates(control, [wide({ Resource: resource })], FOUND));
  }

  it("refuses it for one action among others that cannot be scoped", () => {
    violates(control, [wide({ Action: ["ecr:GetAuthorizationToken", "s3:GetObject"] })], FOUND);
    violates(control, [wide({ Action: "s3:List*" })], FOUND);
    violates(control, [wide({ Action: "nosuch:Action" })], FOUND);
    violates(control, [wide({ Action: "kms:Decrypt", Resource: "arn:aws:kms:*:*:key/*" })], FOUND);
  });

  it("refuses it with a condition that limits something else, or nothing", () => {
    const conditions: readonly object[] = [
      { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } },
      { StringEquals: { "aws:ResourceAccount": "222222222222" } },
      { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
      { StringLike: { "aws:ResourceTag/Team": "*" } },
      { StringEqualsIfExists: { "aws:ResourceTag/Team": "fraud" } },
      { "ForAllValues:StringEquals": { "aws:ResourceTag/Team": "fraud" } },
      { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
    ];
    for (const Condition of conditions) violates(control, [wide({ Condition })], FOUND);
  });

  describe("for all of a kind that an account has", () => {
    const secrets = "arn:aws:secretsmanager:eu-central-1:222222222222:secret:*";
    const keys = "arn:aws:kms:eu-central-1:222222222222:key/*";
    const subnets = "arn:aws:ec2:eu-central-1:222222222222:subnet/*";
    const reading = { Action: "secretsmanager:GetSecretValue", Resource: secrets };
    const connecting = { Action: "ec2:CreateNetworkInterface", Resource: subnets };
    const granting = { Action: "kms:CreateGrant", Resource: keys };

    it("refuses it like *", () => {
      for (const parts of [reading, connecting, granting]) violates(control, [wide(parts)], FOUND);
    });

    it("passes it with a tag, an alias, or the function that rotates", () => {
      const rotates = "arn:aws:lambda:eu-central-1:222222222222:function:rotate";
      const own = { StringEquals: { "secretsmanager:resource/AllowRotationLambdaArn": rotates } };
      passes(control, [wide({ ...reading, Condition: own })]);
      passes(control, [
        wide({ ...connecting, Condition: { StringEquals: { "aws:ResourceTag/Team": "fraud" } } }),
      ]);
      const alias = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/fraud-data" } };
      passes(control, [wide({ ...granting, Condition: alias })]);
    });

    it("refuses it with a condition on how it is asked for, not on what", () => {
      for (const [parts, condition] of [
        [reading, { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } }],
        [reading, { StringLike: { "secretsmanager:SecretId": "*" } }],
        [connecting, { StringEquals: { "ec2:Region": "eu-central-1" } }],
        [granting, { Bool: { "kms:GrantIsForAWSResource": "true" } }],
        [granting, { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } }],
        [granting, { "ForAllValues:StringEquals": { "kms:ResourceAliases": "alias/fraud-data" } }],
        [granting, { StringEquals: { "kms:CallerAccount": "222222222222" } }],
      ] as const) {
        violates(control, [wide({ ...parts, Condition: condition })], FOUND);
      }
    });

    it("passes what the call itself makes, and some of a kind", () => {
      const interfaces = "arn:aws:ec2:eu-central-1:222222222222:network-interface/*";
      passes(control, [wide({ ...connecting, Resource: interfaces })]);
      const own = "arn:aws:secretsmanager:eu-central-1:222222222222:secret:fraud/*";
      passes(control, [wide({ ...reading, Resource: own })]);
    });
  });

  describe("for Lambda's network interfaces", () => {
    const connect = {
      Effect: "Allow",
      Action: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
      Resource: "*",
    };
    const denied = {
      ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:eu-central-1:222222222222:function:rotate" },
    };

    it("passes when the function's code is denied them", () => {
      passes(control, [managedPolicy(connect, { ...connect, Effect: "Deny", Condition: denied })]);
    });

    it("refuses when it is not, or not all of them", () => {
      violates(control, [managedPolicy(connect)], FOUND);
      const some = { Effect: "Deny", Action: "ec2:CreateNetworkInterface", Resource: "*", Condition: denied };
      violates(control, [managedPolicy(connect, some)], FOUND);
    });
  });
});
