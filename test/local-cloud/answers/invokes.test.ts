import { strict as assert } from "node:assert";
import { answerInvoke, UnknownInvokeError, type AnswerContext } from "../../../local-cloud/answers";

const CONTEXT: AnswerContext = {
  account: "111111111111",
  region: "eu-central-1",
  partition: "aws",
  name: "n",
  unique: "u",
};
const ask = (token: string, args: Record<string, unknown> = {}, context = CONTEXT) =>
  answerInvoke(token, args, context);

describe("data sources", () => {
  it("say who and where the provider is", () => {
    assert.equal(ask("aws:index/getCallerIdentity:getCallerIdentity").accountId, "111111111111");
    assert.equal(ask("aws:index/getRegion:getRegion").region, "eu-central-1");
    assert.equal(ask("aws:index/getRegion:getRegion", { region: "eu-west-1" }).region, "eu-west-1");
    const china = ask("aws:index/getPartition:getPartition", {}, { ...CONTEXT, partition: "aws-cn" });
    assert.deepEqual(
      [china.partition, china.dnsSuffix, china.reverseDnsPrefix],
      ["aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"],
    );
  });

  it("name three zones of the region", () => {
    const zones = ask("aws:index/getAvailabilityZones:getAvailabilityZones", { state: "available" });
    assert.deepEqual(zones.names, ["eu-central-1a", "eu-central-1b", "eu-central-1c"]);
    assert.deepEqual(zones.zoneIds, ["euc1-az1", "euc1-az2", "euc1-az3"]);
    const overseas = ask("aws:index/getAvailabilityZones:getAvailabilityZones", { region: "ap-southeast-2" });
    assert.deepEqual(overseas.zoneIds, ["apse2-az1", "apse2-az2", "apse2-az3"]);
  });

  it("write a policy document as AWS's provider does: one of a list stands alone", () => {
    const { json } = ask("aws:iam/getPolicyDocument:getPolicyDocument", {
      statements: [
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          resources: ["arn:a", "arn:b"],
          principals: [{ type: "AWS", identifiers: ["arn:r"] }],
          conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["true"] }],
        },
        {
          effect: "Deny",
          notActions: ["s3:*", "kms:*"],
          resources: ["*"],
          principals: [{ type: "*", identifiers: ["*"] }],
        },
      ],
    });
    assert.deepEqual(JSON.parse(String(json)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["arn:a", "arn:b"],
          Principal: { AWS: "arn:r" },
          Condition: { Bool: { "aws:SecureTransport": "true" } },
        },
        { Effect: "Deny", NotAction: ["s3:*", "kms:*"], Resource: "*", Principal: "*" },
      ],
    });
  });

  it("that are not in the table are named, prototype keys too", () => {
    for (const token of ["aws:ec2/getAmi:getAmi", "constructor", "__proto__"]) {
      assert.throws(
        () => ask(token),
        (error) => error instanceof UnknownInvokeError && error.token === token,
      );
    }
  });
});
