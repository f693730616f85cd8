import { scpBaselineAttached as control } from "../../../policy-pack/controls/organization/scp-baseline-attached";
import assert from "node:assert/strict";
import { type Declared, declare } from "../support/resources";
import { judgeBy, notApplicable, passes, violates } from "../support/verdicts";
import { attach, BUT_DEPLOYMENT, deny, policy } from "./cases";

const ROOT = "r-ab12";
const STATEMENTS = {
  leave: deny("organizations:LeaveOrganization"),
  services: deny(
    ["access-analyzer:*", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*"],
    BUT_DEPLOYMENT,
  ),
  root: deny("*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } }),
  snapshots: deny("ec2:ModifySnapshotAttribute", { StringEquals: { "ec2:Add/group": "all" } }),
  volumes: deny("ec2:DisableEbsEncryptionByDefault"),
  sagemaker: deny("sagemaker:Create*", { Null: { "sagemaker:VpcSubnets": "true" } }),
};
const OPT_OUT = { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } };

const optOut = (content: unknown = OPT_OUT) =>
  declare("organizations/policy:Policy", "ai", {
    type: "AISERVICES_OPT_OUT_POLICY",
    content: JSON.stringify(content),
  });
const perimeter = (organization = "o-exampleorgid") =>
  policy(
    "perimeter",
    [
      {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: "*",
        Condition: {
          StringNotEqualsIfExists: { "aws:PrincipalOrgID": organization },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    ],
    "RESOURCE_CONTROL_POLICY",
  );

/** A whole baseline at the root, with parts replaced. */
function baseline(
  statements: Partial<Record<keyof typeof STATEMENTS, object>> = {},
  others: readonly Declared[] = [perimeter(), optOut()],
): Declared[] {
  const scp = policy("baseline", Object.values({ ...STATEMENTS, ...statements }));
  return [scp, attach(scp, ROOT), ...others.flatMap((one) => [one, attach(one, ROOT)])];
}

/** The guardrails that are found missing. */
const missing = (resources: readonly Declared[]) =>
  judgeBy(control, resources, "known")
    .violations.map(({ finding }) => finding)
    .sort();

const NOTHING = { Effect: "Deny", Action: "iam:CreateUser", Resource: "*" };

describe("scp-baseline-attached", () => {
  it("passes the whole baseline", () => passes(control, baseline()));

  it("misses each part", () => {
    const at = ["baseline (organizations/policy): content"];
    violates(control, baseline({ leave: NOTHING }), at);
    assert.deepEqual(missing(baseline({ leave: NOTHING })), ["leave-organization"]);
    assert.deepEqual(missing(baseline({ services: NOTHING })), ["security-services"]);
    assert.deepEqual(missing(baseline({ root: NOTHING })), ["root-user"]);
    assert.deepEqual(missing(baseline({ snapshots: NOTHING })), ["public-snapshots"]);
    assert.deepEqual(missing(baseline({ volumes: NOTHING })), ["unencrypted-volumes"]);
    assert.deepEqual(missing(baseline({ sagemaker: NOTHING })), ["sagemaker-outside-vpc"]);
    assert.deepEqual(missing(baseline({}, [perimeter()])), ["ai-opt-out"]);
    assert.deepEqual(missing(baseline({}, [optOut()])), ["data-perimeter"]);
  });

  it("sees through parts that are there in name only", () => {
    const someone = { StringNotEquals: { "aws:PrincipalTag/admin": "yes" } };
    const anyRole = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } };
    assert.deepEqual(missing(baseline({ leave: deny("organizations:LeaveOrganization", someone) })), [
      "leave-organization",
    ]);
    assert.deepEqual(missing(baseline({ services: deny(["cloudtrail:*", "config:*"]) })), [
      "security-services",
    ]);
    assert.deepEqual(missing(baseline({ volumes: deny("ec2:DisableEbsEncryptionByDefault", anyRole) })), [
      "unencrypted-volumes",
    ]);
    assert.deepEqual(
      missing(
        baseline({
          sagemaker: deny("sagemaker:CreateTrainingJob", { Null: { "sagemaker:VpcSubnets": "true" } }),
        }),
      ),
      ["sagemaker-outside-vpc"],
    );
    assert.deepEqual(missing(baseline({}, [perimeter("o-someoneelse00"), optOut()])), ["data-perimeter"]);
    const optIn = { services: { default: { opt_out_policy: { "@@assign": "optIn" } } } };
    assert.deepEqual(missing(baseline({}, [perimeter(), optOut(optIn)])), ["ai-opt-out"]);
    const oneService = { services: { lex: { opt_out_policy: { "@@assign": "optOut" } } } };
    assert.deepEqual(missing(baseline({}, [perimeter(), optOut(oneService)])), ["ai-opt-out"]);
    const allowed = { ...STATEMENTS.leave, Effect: "Allow" };
    assert.deepEqual(missing(baseline({ leave: allowed })), ["leave-organization"]);
  });

  it("wants every part attached, also where other policies are", () => {
    const scp = policy("baseline", Object.values(STATEMENTS));
    const rest = [perimeter(), optOut()].flatMap((one) => [one, attach(one, ROOT)]);
    const other = policy("other", [NOTHING]);
    const resources = [
      scp,
      attach(scp, "ou-ab12-11111111", "a"),
      other,
      attach(other, "ou-ab12-22222222", "b"),
      ...rest,
    ];
    const lines = Array.from({ length: 6 }, () => "b (organizations/policyAttachment): targetId");
    violates(control, resources, lines);
  });

  it("has nothing to judge in a stack that does not own the organization", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "data")]);
  });
});
