import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { type Limit, limitedBy } from "../../../policy-pack/iam/condition";
import { perimeterKeys } from "../../../policy-pack/iam/perimeter";
import { statementOf } from "../../../policy-pack/iam/statement";
import { UNKNOWN_SENTINEL } from "../support/realise";

const OWN = "o-exampleorgid";
const limitOf = (condition: unknown, organizationId = OWN): Limit =>
  limitedBy(
    statementOf(unknownCheckingProxy({ Effect: "Allow", Condition: condition }), "s"),
    perimeterKeys({ organizationId }),
  );

describe("what limits everyone", () => {
  const limits: readonly unknown[] = [
    { StringEquals: { "aws:PrincipalOrgID": OWN } },
    { stringequals: { "AWS:principalorgid": [OWN] } },
    { StringLike: { "aws:PrincipalOrgID": OWN } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [`${OWN}/r-ab12/ou-ab12-11111111/*`] } },
    { StringEquals: { "aws:PrincipalAccount": ["222222222222", "333333333333"] } },
    { StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } },
    { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } },
    { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:222222222222:trail/*" } },
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-data" } },
    { StringEquals: { "aws:SecureTransport": "true", "aws:SourceAccount": "222222222222" } },
  ];
  for (const condition of limits) {
    it(JSON.stringify(condition), () => assert.equal(limitOf(condition), "limits"));
  }
});

describe("what does not limit everyone", () => {
  const open: readonly unknown[] = [
    undefined,
    {},
    { StringEqualsIfExists: { "aws:PrincipalOrgID": OWN } },
    { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": OWN } },
    { "ForAnyValue:StringEquals": { "aws:PrincipalOrgID": OWN } },
    { StringNotEquals: { "aws:PrincipalOrgID": OWN } },
    { Null: { "aws:PrincipalOrgID": "false" } },
    { StringLike: { "aws:PrincipalOrgID": "*" } },
    { StringLike: { "aws:PrincipalOrgID": "o-*" } },
    { StringEquals: { "aws:PrincipalOrgID": "o-someoneelse" } },
    { StringEquals: { "aws:PrincipalOrgID": [OWN, "o-someoneelse"] } },
    { StringEquals: { "aws:PrincipalOrgID": [] } },
    { StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalAccount}" } },
    { StringLike: { "aws:PrincipalAccount": "2*" } },
    { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/training" } },
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } },
    { Bool: { "aws:SecureTransport": "true" } },
    { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
  ];
  for (const condition of open) {
    it(JSON.stringify(condition) ?? "no condition", () => assert.equal(limitOf(condition), "open"));
  }
});

describe("what cannot be told before deployment", () => {
  it("a value, an operator, or the whole", () => {
    assert.equal(limitOf({ StringEquals: { "aws:SourceVpce": UNKNOWN_SENTINEL } }), "unknown");
    assert.equal(limitOf({ StringEquals: UNKNOWN_SENTINEL }), "unknown");
    assert.equal(limitOf(UNKNOWN_SENTINEL), "unknown");
  });

  it("is open all the same when a known value opens it", () => {
    assert.equal(limitOf({ StringLike: { "aws:SourceVpce": ["*", UNKNOWN_SENTINEL] } }), "open");
  });

  it("is limited all the same by another condition", () => {
    const condition = { StringEquals: { "aws:SourceVpce": UNKNOWN_SENTINEL, "aws:PrincipalOrgID": OWN } };
    assert.equal(limitOf(condition), "limits");
  });

  it("takes any organization where the settings name none", () => {
    assert.equal(limitOf({ StringEquals: { "aws:PrincipalOrgID": "o-someoneelse" } }, ""), "limits");
  });
});
