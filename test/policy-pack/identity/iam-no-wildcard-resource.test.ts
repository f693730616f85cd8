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
