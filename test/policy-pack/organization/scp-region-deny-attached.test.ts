import { scpRegionDenyAttached as control } from "../../../policy-pack/controls/organization/scp-region-deny-attached";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { attach, BUT_DEPLOYMENT, deny, policy } from "./cases";

const ROOT = "r-ab12";
const regions = (parts: object = {}) => ({
  Sid: "DenyOtherRegions",
  Effect: "Deny",
  NotAction: ["iam:*", "organizations:*", "sts:*"],
  Resource: "*",
  Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1"] } },
  ...parts,
});
const guardrail = (parts: object = {}) => policy("regions", [regions(parts)]);
const ou = declare("organizations/organizationalUnit:OrganizationalUnit", "workloads", { parentId: ROOT });

describe("scp-region-deny-attached", () => {
  it("passes a guardrail at the root, or at every target of any policy", () => {
    const good = guardrail();
    passes(control, [good, attach(good, ROOT)]);
    const other = policy("other", [deny("iam:CreateUser")]);
    passes(control, [
      good,
      other,
      attach(good, "ou-ab12-11111111", "a"),
      attach(other, "ou-ab12-11111111", "b"),
      attach(good, "222222222222", "c"),
    ]);
    passes(control, [good, ou, attach(good, ou)]);
    passes(control, [good, other, attach(good, "ou-ab12-11111111"), attach(other, ROOT)]);
    const below = declare("organizations/organizationalUnit:OrganizationalUnit", "prod", {
      parentId: ref(ou),
    });
    passes(control, [good, ou, below, attach(good, ou)]);
  });

  it("passes an exemption of named roles, and a Deny on everything", () => {
    const spared = guardrail({
      Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-central-1" }, ...BUT_DEPLOYMENT },
    });
    passes(control, [spared, attach(spared, ROOT)]);
    const all = guardrail({ NotAction: undefined, Action: "*" });
    passes(control, [all, attach(all, ROOT)]);
  });

  it("wants one that is attached everywhere", () => {
    const good = guardrail();
    const other = policy("other", [deny("iam:CreateUser")]);
    violates(control, [other], ["other (organizations/policy): content"]);
    violates(
      control,
      [good, other, attach(good, "ou-ab12-11111111", "a"), attach(other, "ou-ab12-22222222", "b")],
      ["b (organizations/policyAttachment): targetId"],
    );
    violates(control, [good, ou], ["workloads (organizations/organizationalUnit): targetId"]);
    violates(control, [good], ["regions (organizations/policy): targetId"]);
    violates(control, [ou], ["workloads (organizations/organizationalUnit): content"]);
  });

  it("leaves out an account that has policies of other types alone: it may be the management account", () => {
    const good = guardrail();
    const optOut = policy("ai", [], "AISERVICES_OPT_OUT_POLICY");
    const other = policy("other", [deny("iam:CreateUser")]);
    const bound = [good, attach(good, "ou-ab12-11111111", "a"), optOut];
    passes(control, [...bound, attach(optOut, "111111111111", "b")]);
    const AT = ["b (organizations/policyAttachment): targetId"];
    violates(control, [...bound, attach(optOut, "ou-ab12-22222222", "b")], AT);
    violates(control, [...bound, other, attach(other, "111111111111", "b")], AT);
  });

  it("finds guardrails with a hole", () => {
    const AT = ["regions (organizations/policy): content.Statement[0]"];
    const wrong = [
      { NotAction: ["*"] },
      { NotAction: ["iam:*", "s3:*"] },
      { NotAction: ["bedrock:InvokeModel"] },
      { NotAction: undefined, Action: ["ec2:*"] },
      { Resource: "arn:aws:s3:::data" },
      { Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "us-east-1"] } } },
      { Condition: { StringNotLike: { "aws:RequestedRegion": ["*"] } } },
      { Condition: { StringNotEquals: { "aws:RequestedRegion": [] } } },
      {
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": ["eu-central-1"], "aws:PrincipalTag/free": "yes" },
        },
      },
      {
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": ["eu-central-1"] },
          ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" },
        },
      },
    ];
    for (const parts of wrong) {
      const bad = guardrail(parts);
      violates(control, [bad, attach(bad, ROOT)], AT);
    }
  });

  it("does not take an Allow, an inverted condition, or another type for it", () => {
    for (const bad of [
      guardrail({ Effect: "Allow" }),
      guardrail({ Condition: { StringEquals: { "aws:RequestedRegion": ["us-east-1"] } } }),
      policy("regions", [regions()], "TAG_POLICY"),
    ])
      violates(control, [bad, attach(bad, ROOT)], ["regions (organizations/policy): content"]);
  });

  it("waits for content that is not known yet", () => {
    const text = declare("ssm/parameter:Parameter", "p", {
      value: JSON.stringify({ Statement: [deny("*")] }),
    });
    const unknown = declare("organizations/policy:Policy", "regions", { content: ref(text, "value") });
    defers(
      control,
      [text, unknown],
      ["regions (organizations/policy): content"],
      ["regions (organizations/policy): content"],
    );
  });

  it("has nothing to judge in a stack that does not own the organization", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "data")]);
  });
});
