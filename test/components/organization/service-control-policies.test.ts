import assert from "node:assert/strict";
import { GUARDRAILS } from "../../../components/organization/service-control-policies/documents";
import {
  type GuardrailFacts,
  policyText,
} from "../../../components/organization/service-control-policies/statement";
import { hasLocalStorage } from "../../../components/secure/instance-storage";
import { byName, recordStack } from "../../stacks/support/record-stack";
import { unknownActions, unsupportedKeys, type Document } from "../../stacks/support/iam-facts";

const FACTS: GuardrailFacts = {
  partition: "aws",
  companyName: "acme",
  deploymentRole: "mlplatform-deployment",
  allowedRegions: ["eu-central-1", "eu-west-1"],
};
const ROLE = "arn:aws:iam::*:role/mlplatform-deployment";
const documentOf = (name: string) => {
  const guardrail = GUARDRAILS[name];
  assert.ok(guardrail);
  return JSON.parse(policyText(guardrail.statements(FACTS))) as Document;
};

describe("service control policies", () => {
  it("are these, each with these statements", () => {
    const sids = Object.keys(GUARDRAILS).map((name) => [
      name,
      documentOf(name).Statement.map(({ Sid }) => Sid),
    ]);
    assert.deepEqual(Object.fromEntries(sids), {
      foundation: [
        "DenyLeavingOrganization",
        "DenyRootUser",
        "DenyDisablingSecurityServices",
        "DenyOpeningNetwork",
        "DenyLiftingPublicAccessBlocks",
        "DenyPublicSnapshots",
        "ProtectDeploymentRole",
      ],
      regions: ["DenyOtherRegions"],
      "machine-learning": [
        "RequireSagemakerSubnets",
        "RequireSagemakerSecurityGroups",
        "RequireSagemakerNetworkIsolation",
        "RequireSagemakerTrafficEncryption",
        "DenyNotebookInternetAccess",
        "DenyNotebookRootAccess",
        "DenyGrantingNotebookRootAccess",
        "RequireSagemakerDomainVpcOnly",
        "RequireSagemakerVolumeKey",
        "RequireSagemakerJobVolumeKey",
      ],
      "log-archive": ["DenyDeletingAuditLogs", "DenyChangingLogArchive"],
    });
  });

  it("deny, and nothing else", () => {
    const effects = Object.keys(GUARDRAILS).flatMap((name) =>
      documentOf(name).Statement.map((s) => s.Effect),
    );
    assert.deepEqual([...new Set(effects)], ["Deny"]);
  });

  it("name actions that exist", async () => {
    const statements = Object.keys(GUARDRAILS).flatMap((name) => documentOf(name).Statement);
    assert.deepEqual(await unknownActions(statements), []);
  });

  it("ask only for keys that their actions have, so that no absence denies everything", async () => {
    const statements = Object.keys(GUARDRAILS).flatMap((name) => documentOf(name).Statement);
    assert.deepEqual(await unsupportedKeys(statements), []);
  });

  it("can fire: two keys under one Null are the two names of one thing, never two things", () => {
    const nulls = Object.keys(GUARDRAILS)
      .flatMap((name) => documentOf(name).Statement)
      .flatMap(({ Condition }) => (Condition?.["Null"] === undefined ? [] : [Object.keys(Condition["Null"])]))
      .filter((keys) => keys.length > 1);
    const names = ["sagemaker:VolumeKmsKey", "sagemaker:VolumeKmsKeyArn"];
    assert.deepEqual(nulls, [names, names]);
  });

  it("spare the deployment role in the one way that spares it alone", () => {
    const spared = Object.keys(GUARDRAILS)
      .flatMap((name) => documentOf(name).Statement)
      .filter(({ Condition }) => JSON.stringify(Condition ?? {}).includes("mlplatform-deployment"))
      .map(({ Sid, Condition }) => [Sid, Condition]);
    const condition = { ArnNotLike: { "aws:PrincipalArn": ROLE } };
    assert.deepEqual(spared, [
      ["DenyDisablingSecurityServices", condition],
      ["DenyOpeningNetwork", condition],
      ["DenyLiftingPublicAccessBlocks", condition],
      ["DenyChangingLogArchive", condition],
    ]);
  });

  it("deny the root user, other regions and changes of the deployment role by exactly these statements", () => {
    const find = (name: string, sid: string) => documentOf(name).Statement.find(({ Sid }) => Sid === sid);
    assert.deepEqual(find("foundation", "DenyRootUser"), {
      Sid: "DenyRootUser",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } },
    });
    const regions = find("regions", "DenyOtherRegions");
    assert.deepEqual(regions?.Condition, {
      StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] },
    });
    for (const regional of [
      "sagemaker",
      "s3:PutObject",
      "s3:CreateBucket",
      "kms",
      "ec2:RunInstances",
      "logs",
    ]) {
      const spared = [regions?.NotAction ?? []].flat().some((action) => action.startsWith(regional));
      assert.equal(spared, false, regional);
    }
    assert.deepEqual(find("foundation", "ProtectDeploymentRole")?.Resource, [ROLE]);
    assert.equal(find("foundation", "ProtectDeploymentRole")?.Condition, undefined);
  });

  it("require an isolated SageMaker by exactly these conditions", () => {
    const conditions = documentOf("machine-learning").Statement.map(({ Sid, Condition }) => [Sid, Condition]);
    const { RequireSagemakerJobVolumeKey: job, ...others } = Object.fromEntries(conditions) as Record<
      string,
      Record<string, Record<string, unknown>>
    >;
    const noKey = { "sagemaker:VolumeKmsKey": "true", "sagemaker:VolumeKmsKeyArn": "true" };
    assert.deepEqual(others, {
      RequireSagemakerSubnets: { Null: { "sagemaker:VpcSubnets": "true" } },
      RequireSagemakerSecurityGroups: { Null: { "sagemaker:VpcSecurityGroupIds": "true" } },
      RequireSagemakerNetworkIsolation: { BoolIfExists: { "sagemaker:NetworkIsolation": "false" } },
      RequireSagemakerTrafficEncryption: {
        BoolIfExists: { "sagemaker:InterContainerTrafficEncryption": "false" },
      },
      DenyNotebookInternetAccess: {
        StringNotEqualsIfExists: { "sagemaker:DirectInternetAccess": "Disabled" },
      },
      DenyNotebookRootAccess: { StringNotEqualsIfExists: { "sagemaker:RootAccess": "Disabled" } },
      DenyGrantingNotebookRootAccess: { StringEquals: { "sagemaker:RootAccess": "Enabled" } },
      RequireSagemakerDomainVpcOnly: {
        StringNotEqualsIfExists: { "sagemaker:AppNetworkAccessType": "VpcOnly" },
      },
      RequireSagemakerVolumeKey: { Null: noKey },
    });
    assert.deepEqual(job?.["Null"], noKey);
    assert.deepEqual(Object.keys(job ?? {}).sort(), ["ForAnyValue:StringNotLike", "Null"]);
  });

  it("require a volume key of jobs wherever SageMaker takes one, as the workspaces set it", () => {
    const job = documentOf("machine-learning").Statement.find(
      ({ Sid }) => Sid === "RequireSagemakerJobVolumeKey",
    );
    const patterns = job?.Condition?.["ForAnyValue:StringNotLike"]?.["sagemaker:InstanceTypes"] as string[];
    const isSpared = (type: string) =>
      patterns.some((pattern) =>
        new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(type),
      );
    const local = [
      "m5d.large",
      "c5d.xlarge",
      "g4dn.xlarge",
      "p3dn.24xlarge",
      "p4d.24xlarge",
      "p4de.24xlarge",
    ];
    const named = ["g5.xlarge", "g6.xlarge", "g6e.xlarge", "p5.48xlarge", "p5en.48xlarge", "trn1.2xlarge"];
    const network = [
      "t3.medium",
      "m5.xlarge",
      "m7i.large",
      "c5.large",
      "r5.large",
      "p3.2xlarge",
      "inf2.xlarge",
    ];
    for (const type of [...local, ...named, ...network].map((name) => `ml.${name}`)) {
      assert.equal(isSpared(type), hasLocalStorage(type), type);
    }
    assert.deepEqual(
      network.filter((name) => isSpared(`ml.${name}`)),
      [],
    );
  });
});

describe("the attachments of service control policies", () => {
  /** The attachments of the component, by name, each with what it is attached to. */
  async function attachments(): Promise<Record<string, unknown>> {
    const all = byName(await recordStack("org"), "aws:organizations/policyAttachment:PolicyAttachment");
    const own = Object.values(all).filter(({ urn }) => urn.includes(":ServiceControlPolicies$"));
    return Object.fromEntries(own.map(({ name, inputs }) => [name, inputs["targetId"]]));
  }

  it("bind every account but the management account, each with what it is for", async () => {
    const targets = {
      dev: "ou-exam-11111111",
      staging: "ou-exam-22222222",
      prod: "ou-exam-33333333",
      "log-archive": "222222222222",
      security: "333333333333",
      shared: "444444444444",
    };
    const everywhere = ["foundation", "regions"].flatMap((policy) =>
      Object.entries(targets).map(([target, id]) => [`guardrail-${policy}-${target}`, id]),
    );
    assert.deepEqual(await attachments(), {
      ...Object.fromEntries(everywhere),
      "guardrail-machine-learning-dev": targets.dev,
      "guardrail-machine-learning-staging": targets.staging,
      "guardrail-machine-learning-prod": targets.prod,
      "guardrail-log-archive-log-archive": targets["log-archive"],
    });
  });

  it("are at most four for one target, because AWS takes five and its own is one of them", async () => {
    const targets = Object.values(await attachments());
    const counts = [...new Set(targets)].map((id) => targets.filter((target) => target === id).length);
    assert.ok(Math.max(...counts) <= 4, String(counts));
  });
});
