import assert from "node:assert/strict";
import { NotebooksRefusedError } from "../../../components/team-workspace/notebooks";
import { fullTeam, plainTeam } from "../support/fixtures";
import { runWorkspaces } from "../support/workspaces";

describe("a team's notebooks", () => {
  const only = plainTeam(0, { notebooks: fullTeam(0).notebooks });

  it("have no root, no internet, IMDSv2, and the team's key, subnet and group", async () => {
    const components = await runWorkspaces({ fraud: only });
    const { tags: _, ...inputs } = components.one(
      "aws:sagemaker/notebookInstance:NotebookInstance",
      "fraud-notebooks-explore",
    ).inputs;
    assert.deepEqual(inputs, {
      name: "acme-dev-fraud-explore",
      instanceType: "ml.t3.medium",
      volumeSize: 50,
      platformIdentifier: "notebook-al2023-v1",
      roleArn: "arn:aws:iam::555555555555:role/acme-dev-fraud-notebooks",
      kmsKeyId: components.one("aws:kms/key:Key", "fraud-data-key").outputs["arn"],
      subnetId: components.one("aws:ec2/subnet:Subnet", "fraud-network-a").id,
      securityGroups: [components.one("aws:ec2/securityGroup:SecurityGroup", "fraud-network-workloads").id],
      directInternetAccess: "Disabled",
      rootAccess: "Disabled",
      instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
    });
  });

  it("write data in dev, and only read it in staging", async () => {
    const granted = async (tier: "dev" | "staging") => {
      const components = await runWorkspaces({ fraud: only }, tier);
      const { Statement } = components.document("aws:iam/rolePolicy:RolePolicy", "fraud-notebooks-role-data");
      return Statement.flatMap(({ Action }) => Action ?? []);
    };
    const reads = ["s3:ListBucket", "s3:GetObject", "s3:ListBucket", "s3:GetObject"];
    assert.deepEqual(await granted("dev"), [
      ...reads,
      "s3:PutObject",
      "s3:PutObject",
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:CreateGrant",
    ]);
    assert.deepEqual(await granted("staging"), [
      ...reads,
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:CreateGrant",
    ]);
  });

  it("are refused in prod", async () => {
    await assert.rejects(
      runWorkspaces({ fraud: only }, "prod"),
      (error: unknown) =>
        error instanceof NotebooksRefusedError &&
        error.message === "The tier prod has no notebooks, but fraud asks for some.",
    );
  });
});

describe("a team's feature groups", () => {
  it("keep both stores under the team's key", async () => {
    const components = await runWorkspaces({
      fraud: plainTeam(0, { featureGroups: fullTeam(0).featureGroups }),
    });
    const key = components.one("aws:kms/key:Key", "fraud-data-key").outputs["arn"];
    const { tags: _, ...inputs } = components.one(
      "aws:sagemaker/featureGroup:FeatureGroup",
      "fraud-features-cards",
    ).inputs;
    assert.deepEqual(inputs, {
      featureGroupName: "acme-dev-fraud-cards",
      recordIdentifierFeatureName: "card",
      eventTimeFeatureName: "at",
      featureDefinitions: [
        { featureName: "card", featureType: "String" },
        { featureName: "at", featureType: "Fractional" },
      ],
      roleArn: "arn:aws:iam::555555555555:role/acme-dev-fraud-feature-store",
      onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: key } },
      offlineStoreConfig: {
        s3StorageConfig: { s3Uri: "s3://acme-dev-fraud-data-555555555555/features", kmsKeyId: key },
      },
    });
  });
});

describe("a team's budget", () => {
  it("tells the owners of 80 % spent and of a forecast of 100 %", async () => {
    const components = await runWorkspaces({ fraud: plainTeam(0, { monthlyBudgetUsd: 1234.5 }) });
    const { tags: _, ...inputs } = components.one("aws:budgets/budget:Budget", "fraud-budget").inputs;
    const told = {
      comparisonOperator: "GREATER_THAN",
      thresholdType: "PERCENTAGE",
      subscriberEmailAddresses: ["owner@example.com"],
    };
    assert.deepEqual(inputs, {
      name: "acme-dev-fraud-monthly",
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "1234.50",
      limitUnit: "USD",
      costFilters: [{ name: "TagKeyValue", values: ["user:Team$fraud"] }],
      notifications: [
        { ...told, notificationType: "ACTUAL", threshold: 80 },
        { ...told, notificationType: "FORECASTED", threshold: 100 },
      ],
    });
  });
});
