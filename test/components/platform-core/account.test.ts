import assert from "node:assert/strict";
import type { Document } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

describe("the baseline of an account", () => {
  it("sets every default to the safe side, in each account of the environment", async () => {
    const recording = await recordStack("staging");
    const inputsOf = (type: string, name: string) => byName(recording, type)[name]?.inputs;
    for (const account of ["staging", "staging-credit"]) {
      const name = (part: string) => `${account}-baseline-${part}`;
      assert.deepEqual(inputsOf("aws:ebs/encryptionByDefault:EncryptionByDefault", name("volumes")), {
        enabled: true,
      });
      const key = byName(recording, "aws:kms/key:Key")[`${account}-volumes-key`];
      assert.deepEqual(inputsOf("aws:ebs/defaultKmsKey:DefaultKmsKey", name("volume-key")), {
        keyArn: key?.outputs["arn"],
      });
      assert.deepEqual(
        inputsOf("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", name("buckets")),
        {
          blockPublicAcls: true,
          blockPublicPolicy: true,
          ignorePublicAcls: true,
          restrictPublicBuckets: true,
        },
      );
      assert.deepEqual(
        inputsOf("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", name("instance-metadata")),
        {
          httpEndpoint: "enabled",
          httpPutResponseHopLimit: 1,
          httpTokens: "required",
          instanceMetadataTags: "disabled",
        },
      );
      assert.deepEqual(
        inputsOf("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", name("snapshots")),
        {
          state: "block-all-sharing",
        },
      );
      assert.deepEqual(inputsOf("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", name("images")), {
        state: "block-new-sharing",
      });
      assert.deepEqual(
        inputsOf("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", name("internet")),
        { internetGatewayBlockMode: "block-bidirectional" },
      );
      assert.deepEqual(inputsOf("aws:ec2/serialConsoleAccess:SerialConsoleAccess", name("serial-console")), {
        enabled: false,
      });
    }
  });

  it("opens the key of volumes to EC2 in the account alone", async () => {
    const key = byName(await recordStack("dev"), "aws:kms/key:Key")["dev-volumes-key"];
    const { Statement } = JSON.parse(String(key?.inputs["policy"])) as Document;
    const throughEc2 = {
      "kms:CallerAccount": "555555555555",
      "kms:ViaService": "ec2.eu-central-1.amazonaws.com",
    };
    assert.deepEqual(
      Statement.slice(-2).map(({ Sid, Principal, Condition }) => [Sid, Principal, Condition]),
      [
        ["AllowVolumes", { AWS: "arn:aws:iam::555555555555:root" }, { StringEquals: throughEc2 }],
        [
          "AllowVolumeGrants",
          { AWS: "arn:aws:iam::555555555555:root" },
          { StringEquals: throughEc2, Bool: { "kms:GrantIsForAWSResource": "true" } },
        ],
      ],
    );
  });
});

describe("the logs of SageMaker in an account", () => {
  const PREFIX = "/aws/sagemaker/";

  /** Of each log group that belongs to no endpoint: its name, days and key, by account. */
  async function sharedGroups(stack: string): Promise<Record<string, unknown[]>> {
    const recording = await recordStack(stack);
    const found: Record<string, unknown[]> = {};
    for (const { inputs, provider } of Object.values(byName(recording, "aws:cloudwatch/logGroup:LogGroup"))) {
      const { name, retentionInDays, kmsKeyId } = inputs;
      if (!String(name).startsWith(PREFIX) || String(name).startsWith(`${PREFIX}Endpoints/`)) continue;
      (found[String(provider?.account)] ??= []).push([name, retentionInDays, kmsKeyId]);
    }
    return found;
  }

  it("exist before any job, once for each account, under its log key and with the tier's retention", async () => {
    const keys = byName(await recordStack("staging"), "aws:kms/key:Key");
    const groupsUnder = (key: string) =>
      ["NotebookInstances", "ProcessingJobs", "TrainingJobs", "TransformJobs"].map((kind) => [
        PREFIX + kind,
        365,
        keys[key]?.outputs["arn"],
      ]);
    assert.deepEqual(await sharedGroups("staging"), {
      "666666666666": groupsUnder("staging-logs-key"),
      "777777777777": groupsUnder("staging-credit-logs-key"),
    });
  });

  it("have none for notebooks in prod, which has no notebooks", async () => {
    const names = Object.values(await sharedGroups("prod")).map((groups) =>
      groups.map((g) => (g as [string])[0]),
    );
    const jobs = ["ProcessingJobs", "TrainingJobs", "TransformJobs"].map((kind) => PREFIX + kind);
    assert.deepEqual(names, [jobs, jobs]);
  });

  it("are all those that a team's role may write streams in", async () => {
    for (const stack of ["dev", "staging", "prod"]) {
      const recording = await recordStack(stack);
      const made = recording.resources
        .filter(({ type }) => type === "aws:cloudwatch/logGroup:LogGroup")
        .map(({ inputs, provider }) => `${String(provider?.account)} ${String(inputs["name"])}`);
      const policies = recording.resources.filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy");
      const written = policies.flatMap(({ inputs }) => {
        const { Statement } = JSON.parse(String(inputs["policy"])) as Document;
        return Statement.filter(({ Sid }) => Sid === "WriteLogs").flatMap(({ Resource }) =>
          [Resource].flat().map((resource) => {
            const [, , , , account, , group] = String(resource).split(":");
            return `${String(account)} ${String(group)}`;
          }),
        );
      });
      assert.ok(written.length > 0);
      assert.deepEqual(
        written.filter((group) => !made.includes(group)),
        [],
      );
    }
  });
});
