import assert from "node:assert/strict";
import { scpBaselineAttached as control } from "../../../policy-pack/controls/organization/scp-baseline-attached";
import { type Declared, declare, ref } from "../support/resources";
import { type Circumstances, defers, judgeBy, notApplicable, passes, violates } from "../support/verdicts";
import { atRoot, optOut, policies, RESOURCE_STATEMENTS, ROOT, SERVICE_STATEMENTS } from "./baseline-cases";
import { attach, BUT_DEPLOYMENT, deny, policy } from "./cases";

type Fields = Readonly<Record<string, unknown>>;
const FINDINGS = [...Object.keys(SERVICE_STATEMENTS), ...Object.keys(RESOURCE_STATEMENTS)];

/** The whole baseline at the root, with parts replaced. */
const baseline = (parts: Readonly<Record<string, object | undefined>> = {}) => atRoot(policies(parts));

/** The guardrails that are found missing. */
const missing = (resources: readonly Declared[], circumstances?: Circumstances) =>
  judgeBy(control, resources, "known", circumstances)
    .violations.map(({ finding }) => finding)
    .sort();

/** A statement of the baseline with parts of it replaced. */
const like = (finding: string, parts: Fields): object => ({
  ...(SERVICE_STATEMENTS[finding] ?? RESOURCE_STATEMENTS[finding]),
  ...parts,
});

const conditionsOf = (finding: string) => (like(finding, {}) as { Condition?: Fields }).Condition ?? {};

describe("scp-baseline-attached", () => {
  it("passes the whole baseline", () => passes(control, baseline()));

  it("misses each part", () => {
    violates(control, baseline({ "leave-organization": undefined }), [
      "baseline (organizations/policy): content",
    ]);
    for (const finding of FINDINGS) assert.deepEqual(missing(baseline({ [finding]: undefined })), [finding]);
  });

  it("does not take an Allow, other resources, or a further condition for a denial", () => {
    for (const finding of FINDINGS) {
      const further = { ...conditionsOf(finding), StringNotEquals: { "aws:PrincipalTag/admin": "yes" } };
      for (const wrong of [
        { Effect: "Allow" },
        { Resource: "arn:aws:s3:::data/*" },
        { Resource: undefined, NotResource: "arn:aws:iam::222222222222:role/free" },
        { Condition: further },
      ])
        assert.deepEqual(missing(baseline({ [finding]: like(finding, wrong) })), [finding], finding);
    }
  });

  it("does not take a condition that never holds, or the other way round, for the one that counts", () => {
    const conditional = FINDINGS.filter((one) => Object.keys(conditionsOf(one)).length > 0);
    for (const finding of conditional.filter(
      (one) => !["security-services", "account-defaults", "open-network"].includes(one),
    ))
      for (const [operator, keys] of Object.entries(conditionsOf(finding)))
        for (const key of Object.keys(keys as object)) {
          const Condition = { ...conditionsOf(finding), [operator]: { [key]: "nothing" } };
          assert.deepEqual(missing(baseline({ [finding]: like(finding, { Condition }) })), [finding], key);
        }
  });

  it("wants every action of a guardrail denied", () => {
    for (const action of ["cloudtrail:StopLogging", "macie2:DisableMacie", "inspector2:Disable"]) {
      const { Action } = like("security-services", {}) as { Action: string[] };
      const service = action.split(":")[0] ?? "";
      const fewer = Action.filter((one) => !one.startsWith(service));
      const report = judgeBy(control, baseline({ "security-services": deny(fewer) }), "known");
      assert.equal(report.violations[0]?.found.includes(action), true, action);
    }
    assert.deepEqual(
      missing(
        baseline({
          "sagemaker-outside-vpc": like("sagemaker-outside-vpc", { Action: "sagemaker:CreateModel" }),
        }),
      ),
      ["sagemaker-outside-vpc"],
    );
    assert.deepEqual(missing(baseline({ "data-perimeter": like("data-perimeter", { Action: "s3:*" }) })), [
      "data-perimeter",
    ]);
  });

  it("lets guardrails spare named roles, if nobody can change those, and not all roles", () => {
    const anyRole = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } };
    assert.deepEqual(missing(baseline({ "unencrypted-volumes": deny("ec2:DisableEbs*", anyRole) })), [
      "unencrypted-volumes",
    ]);
    const sparing = (role: string) =>
      baseline({
        "unencrypted-volumes": deny("ec2:DisableEbs*", { ArnNotLike: { "aws:PrincipalArn": role } }),
      });
    assert.deepEqual(missing(sparing("arn:aws:iam::*:role/operator")), ["spared-roles"]);
    passes(control, sparing("arn:aws:iam::*:role/aws-service-role/guardduty.amazonaws.com/*"));
    passes(control, sparing("arn:aws:iam::*:role/AWSControlTowerExecution"));
    const own = like("spared-roles", { Condition: BUT_DEPLOYMENT });
    passes(control, baseline({ "spared-roles": own }));
    const some = like("spared-roles", { Action: ["iam:PutRolePolicy", "iam:AttachRolePolicy"] });
    assert.deepEqual(missing(baseline({ "spared-roles": some })), ["spared-roles"]);
  });

  it("wants the perimeter of this organization, but for accounts that are trusted and resources with a tag", () => {
    const { StringNotEqualsIfExists: id, ...rest } = conditionsOf("data-perimeter") as Record<string, object>;
    const perimeter = (more: Fields) =>
      baseline({
        "data-perimeter": like("data-perimeter", {
          Condition: { ...rest, StringNotEqualsIfExists: { ...id, ...more } },
        }),
      });
    assert.deepEqual(missing(perimeter({ "aws:PrincipalOrgID": "o-someoneelse00" })), ["data-perimeter"]);
    assert.deepEqual(missing(perimeter({ "aws:PrincipalAccount": "123456789012" })), ["data-perimeter"]);
    const settings = { trustedAccounts: ["123456789012"] };
    passes(control, perimeter({ "aws:PrincipalAccount": ["123456789012"] }), { settings });
    passes(control, perimeter({ "aws:ResourceTag/dp:exclude:identity": "true" }));
    passes(control, perimeter({ "aws:PrincipalOrgID": "o-anyotherone00" }), {
      settings: { organizationId: "" },
    });
    const one = like("data-perimeter", { Principal: { AWS: "arn:aws:iam::123456789012:root" } });
    assert.deepEqual(missing(baseline({ "data-perimeter": one })), ["data-perimeter"]);
  });

  it("takes either way of keeping root access from notebooks later", () => {
    const Condition = { StringNotEquals: { "sagemaker:RootAccess": "Disabled" } };
    passes(control, baseline({ "notebook-root-later": deny("sagemaker:UpdateNotebookInstance", Condition) }));
  });

  it("wants the AI services opted out of by default, but in China, where AWS has no such policies", () => {
    const others = policies().slice(0, 2);
    const optIn = { services: { default: { opt_out_policy: { "@@assign": "optIn" } } } };
    const oneService = { services: { lex: { opt_out_policy: { "@@assign": "optOut" } } } };
    assert.deepEqual(missing(atRoot(others)), ["ai-opt-out"]);
    assert.deepEqual(missing(atRoot([...others, optOut(optIn)])), ["ai-opt-out"]);
    assert.deepEqual(missing(atRoot([...others, optOut(oneService)])), ["ai-opt-out"]);
    const provider = { type: "pulumi:providers:aws", name: "cn", props: { region: "cn-north-1" } };
    passes(control, atRoot(others.map((one) => ({ ...one, more: { provider } }))));
  });

  it("wants the management account opted out too, where the root is not", () => {
    const account = "111111111111";
    const provider = {
      name: "m",
      type: "pulumi:providers:aws",
      props: { allowedAccountIds: `["${account}"]` },
    };
    const ai = optOut(undefined, { provider });
    const guardrails = policies().slice(0, 2);
    const to = (...targets: readonly string[]) => [
      ...guardrails.flatMap((one) => [one, attach(one, "ou-ab12-11111111")]),
      ai,
      ...targets.map((target) => attach(ai, target, `ai-${target}`)),
    ];
    const found = [`ai-opt-out::${account}`];
    passes(control, to("ou-ab12-11111111", account));
    passes(control, to(ROOT));
    assert.deepEqual(missing(to("ou-ab12-11111111")), found);
    assert.deepEqual(missing(to("ou-ab12-11111111", "123456789012")), found);
    const unit = declare("organizations/organizationalUnit:OrganizationalUnit", "ml", { parentId: ROOT });
    const ofStack = [unit, ...guardrails.flatMap((one) => [one, attach(one, unit)]), ai, attach(ai, unit)];
    assert.deepEqual(missing(ofStack), found);
    // An account that guardrails bind is a member, a delegated administrator: it is due there as they are.
    const member = guardrails.map((one) => attach(one, account, `${one.name}-member`));
    assert.deepEqual(missing([...to("ou-ab12-11111111"), ...member]), ["ai-opt-out"]);
  });

  it("wants every part attached, also where other policies are", () => {
    const [scp, ...rest] = policies();
    assert.ok(scp);
    const other = policy("other", [deny("iam:CreateUser")]);
    const resources = [
      scp,
      attach(scp, "ou-ab12-11111111", "a"),
      other,
      attach(other, "ou-ab12-22222222", "b"),
      ...atRoot(rest),
    ];
    const lines = Object.keys(SERVICE_STATEMENTS).map(() => "b (organizations/policyAttachment): targetId");
    violates(control, resources, lines);
    assert.deepEqual(missing(resources), Object.keys(SERVICE_STATEMENTS).sort());
  });

  it("leaves SageMaker out of accounts that are named one by one: those of the organization's own tools", () => {
    const [scp, ...rest] = policies();
    assert.ok(scp);
    const ml = Object.keys(SERVICE_STATEMENTS).filter((one) => /^(sagemaker|notebook|domain)-/.test(one));
    const common = policy(
      "common",
      Object.entries(SERVICE_STATEMENTS).flatMap(([finding, statement]) =>
        ml.includes(finding) ? [] : [statement],
      ),
    );
    const all = [scp, attach(scp, "ou-ab12-11111111", "a"), common, ...atRoot(rest)];
    passes(control, [...all, attach(common, "333333333333", "b")]);
    assert.deepEqual(missing([...all, attach(common, "ou-ab12-22222222", "b")]), ml.sort());
  });

  it("waits for content that is not known yet", () => {
    const text = declare("ssm/parameter:Parameter", "p", { value: JSON.stringify({ Statement: [] }) });
    const unknown = declare("organizations/policy:Policy", "baseline", { content: ref(text, "value") });
    const [, ...rest] = policies();
    const line = "baseline (organizations/policy): content";
    const before = Object.keys(SERVICE_STATEMENTS).filter((one) => one !== "spared-roles");
    defers(
      control,
      [text, unknown, attach(unknown, ROOT), ...atRoot(rest)],
      [line],
      before.map(() => line),
    );
  });

  it("has nothing to judge in a stack that does not own the organization", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "data")]);
  });
});

describe("scp-baseline-attached, where the organization keeps its audit logs", () => {
  const inAccount = (id: string) => ({
    provider: { type: "pulumi:providers:aws", name: id, props: { allowedAccountIds: JSON.stringify([id]) } },
  });
  const archive = declare("s3/bucket:Bucket", "archive", { bucket: "acme-logs" }, inAccount("222222222222"));
  const trail = declare("cloudtrail/trail:Trail", "trail", { s3BucketName: "acme-logs" });
  const deleting = {
    ...deny([
      "s3:BypassGovernanceRetention",
      "s3:DeleteObject*",
      "s3:PutObjectLegalHold",
      "s3:PutObjectRetention",
    ]),
    Resource: "arn:aws:s3:::acme-*/*",
  };
  const changing = deny(
    ["kms:*", "s3:DeleteBucket*", "s3:Put*Configuration", "s3:PutBucket*"],
    BUT_DEPLOYMENT,
  );
  const guarded = (target: string, statements: readonly object[] = [deleting, changing]) => {
    const own = policy("archive", statements);
    return [...baseline(), archive, trail, own, attach(own, target, "own")];
  };

  it("wants them kept from deletion, and their buckets and keys from change", () => {
    passes(control, guarded("222222222222"));
    passes(control, guarded(ROOT));
    assert.deepEqual(missing([...baseline(), archive, trail]), ["audit-logs", "audit-store"]);
    assert.deepEqual(missing(guarded("222222222222", [deleting])), ["audit-store"]);
    assert.deepEqual(missing(guarded("222222222222", [changing])), ["audit-logs"]);
    const elsewhere = { ...deleting, Resource: "arn:aws:s3:::other-*/*" };
    assert.deepEqual(missing(guarded("222222222222", [elsewhere, changing])), ["audit-logs"]);
  });

  it("wants that in the account that has them", () => {
    assert.deepEqual(missing(guarded("333333333333")), ["audit-logs", "audit-store"]);
  });

  it("wants nothing where no service control policy could hold: in the management account", () => {
    const management = inAccount("222222222222");
    const all = [...baseline(), archive, trail].map((one) => ({ ...one, more: management }));
    passes(
      control,
      all.map((one) => withReferencesTo(all, one)),
    );
  });
});

/** A resource whose references lead to the copies in a list. */
function withReferencesTo(all: readonly Declared[], one: Declared): Declared {
  const props = Object.entries(one.props).map(([name, value]) => {
    const target = (value as { reference?: Declared } | undefined)?.reference;
    const copy = all.find((other) => other.name === target?.name && other.type === target.type);
    return [name, copy === undefined ? value : ref(copy)];
  });
  return { ...one, props: Object.fromEntries(props) as Fields };
}
