import assert from "node:assert/strict";
import type { Tier } from "../../../config";
import { LONGEST } from "../../../config/limits";
import { TeamWorkspace } from "../../../components/team-workspace";
import { company, fullTeam, plainTeam, registered, scopeOf } from "../support/fixtures";
import { run } from "../support/run";
import { core, runWorkspaces } from "../support/workspaces";

describe("a team workspace", () => {
  const full = runWorkspaces({ fraud: fullTeam(3) });

  it("has everything that the team asks for, inside the team's own component", async () => {
    const { recording } = await full;
    const counts: Record<string, number> = {};
    for (const { type, custom } of recording.resources) {
      if (!custom || type.startsWith("pulumi:")) continue;
      counts[type] = (counts[type] ?? 0) + 1;
    }
    assert.deepEqual(counts, {
      "aws:budgets/budget:Budget": 1,
      "aws:cloudwatch/logGroup:LogGroup": 3,
      "aws:cloudwatch/metricAlarm:MetricAlarm": 2,
      "aws:ec2/networkAclAssociation:NetworkAclAssociation": 2,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": 2,
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:ec2/subnet:Subnet": 2,
      "aws:iam/role:Role": 8,
      "aws:iam/rolePolicy:RolePolicy": 17,
      "aws:kms/alias:Alias": 3,
      "aws:kms/key:Key": 3,
      "aws:lambda/function:Function": 1,
      "aws:lambda/permission:Permission": 1,
      "aws:s3/bucket:Bucket": 3,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": 3,
      "aws:s3/bucketLogging:BucketLogging": 3,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": 3,
      "aws:s3/bucketPolicy:BucketPolicy": 3,
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": 3,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": 3,
      "aws:s3/bucketVersioning:BucketVersioning": 3,
      "aws:sagemaker/endpoint:Endpoint": 2,
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration": 2,
      "aws:sagemaker/featureGroup:FeatureGroup": 1,
      "aws:sagemaker/model:Model": 2,
      "aws:sagemaker/modelPackageGroup:ModelPackageGroup": 1,
      "aws:sagemaker/notebookInstance:NotebookInstance": 1,
      "aws:secretsmanager/secret:Secret": 1,
      "aws:secretsmanager/secretPolicy:SecretPolicy": 1,
      "aws:secretsmanager/secretRotation:SecretRotation": 1,
      "aws:secretsmanager/secretVersion:SecretVersion": 1,
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 4,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 2,
      "random:index/randomPassword:RandomPassword": 1,
    });
    const parents = recording.resources
      .filter(({ type }) => type.startsWith("aws:"))
      .map(({ urn }) => urn.split("::")[2]?.split("$")[0]);
    // The callers are a component of their own, which a stack makes when all workspaces are there.
    assert.deepEqual([...new Set(parents)], ["mlplatform:team-workspace:TeamWorkspace"]);
  });

  it("has its tags on everything that can carry tags", async () => {
    const { recording } = await full;
    const owned = recording.resources.filter(({ type }) => type.startsWith("aws:"));
    const tagged = owned.filter(({ inputs }) => inputs["tags"] !== undefined);
    const untagged = owned.filter(({ inputs }) => inputs["tags"] === undefined).map(({ type }) => type);
    assert.deepEqual([...new Set(untagged)].sort(), [
      "aws:ec2/networkAclAssociation:NetworkAclAssociation",
      "aws:ec2/routeTableAssociation:RouteTableAssociation",
      "aws:iam/rolePolicy:RolePolicy",
      "aws:kms/alias:Alias",
      "aws:lambda/permission:Permission",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "aws:s3/bucketLogging:BucketLogging",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      "aws:s3/bucketPolicy:BucketPolicy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "aws:s3/bucketVersioning:BucketVersioning",
      "aws:secretsmanager/secretPolicy:SecretPolicy",
      "aws:secretsmanager/secretRotation:SecretRotation",
      "aws:secretsmanager/secretVersion:SecretVersion",
    ]);
    for (const { inputs, urn } of tagged) {
      const { Name: _, ...tags } = inputs["tags"] as Record<string, string>;
      assert.deepEqual(
        tags,
        {
          Environment: "dev",
          Team: "fraud",
          CostCenter: "CC-1001",
          DataClassification: "synthetic",
          Owner: "owner@example.com",
          ManagedBy: "pulumi",
        },
        urn,
      );
    }
  });

  it("of a team that asks for nothing has its keys, buckets, network, client role and budget", async () => {
    const plain = await runWorkspaces({ ads: plainTeam(0) });
    assert.deepEqual(plain.names("aws:kms/key:Key"), ["ads-data-key", "ads-model-key"]);
    assert.deepEqual(plain.names("aws:s3/bucket:Bucket"), ["ads-data", "ads-models", "ads-output"]);
    assert.deepEqual(plain.names("aws:iam/role:Role"), ["ads-inference-client"]);
    assert.deepEqual(plain.names("aws:iam/rolePolicy:RolePolicy"), []);
    assert.deepEqual(plain.names("aws:budgets/budget:Budget"), ["ads-budget"]);
    assert.deepEqual(plain.names("aws:secretsmanager/secret:Secret"), []);
  });

  it("guards its stores as its tier says, and lets go of them when the team is leaving", async () => {
    const guarded = async (state: "active" | "offboarding") => {
      const team = registered("fraud", "prod", fullTeam(0, { state, notebooks: {} }));
      const { recording } = await runWorkspaces({ fraud: team }, "prod");
      const of = (option: "protect" | "retainOnDelete") =>
        recording.resources
          .filter(({ options }) => options[option])
          .map(({ name }) => name)
          .sort();
      return { protect: of("protect"), retain: of("retainOnDelete") };
    };
    const stores = [
      "fraud-data",
      "fraud-data-key",
      "fraud-features-cards",
      "fraud-model-key",
      "fraud-models",
      "fraud-output",
      "fraud-registry-ranker",
      "fraud-registry-scorer",
      "fraud-secrets-feed",
      "fraud-secrets-key",
    ];
    const logs = ["fraud-secrets-rotation-log", "fraud-serving-ranker-log", "fraud-serving-scorer-log"];
    // What stays behind stays closed: no bucket without its policy, and no secret without its own.
    const closing = ["data", "models", "output"].flatMap((bucket) =>
      ["encryption", "lifecycle", "logging", "ownership", "policy", "public-access", "versioning"].map(
        (part) => `fraud-${bucket}-${part}`,
      ),
    );
    const retain = [...stores, ...logs, ...closing, "fraud-secrets-feed-policy"].sort();
    assert.deepEqual(await guarded("active"), { protect: stores, retain });
    assert.deepEqual(await guarded("offboarding"), { protect: [], retain });
  });

  it("takes the data along when a team that was offboarded is removed, where data may be deleted", async () => {
    const emptied = async (tier: Tier, state: "active" | "offboarding") => {
      const team = registered("fraud", tier, fullTeam(0, { state, notebooks: {} }));
      const components = await runWorkspaces({ fraud: team }, tier);
      return components.all("aws:s3/bucket:Bucket").map(({ inputs }) => inputs["forceDestroy"]);
    };
    assert.deepEqual(await emptied("dev", "active"), [true, true, true]);
    assert.deepEqual(await emptied("staging", "active"), [false, false, false]);
    assert.deepEqual(await emptied("staging", "offboarding"), [true, true, true]);
    assert.deepEqual(await emptied("prod", "active"), [false, false, false]);
    assert.deepEqual(await emptied("prod", "offboarding"), [false, false, false]);
  });

  it("stays within AWS's name limits for the longest names that the config allows", async () => {
    const item = "m".repeat(LONGEST.item);
    const [model] = Object.values(fullTeam(0).models);
    const [notebook] = Object.values(fullTeam(0).notebooks);
    const [group] = Object.values(fullTeam(0).featureGroups);
    const [secret] = Object.values(fullTeam(0).secrets);
    assert.ok(model && notebook && group && secret);
    const longest = fullTeam(119, {
      models: { [item]: model },
      notebooks: { [item]: notebook },
      featureGroups: { [item]: group },
      secrets: { [item]: secret },
    });
    const team = "t".repeat(LONGEST.team);
    const scope = scopeOf(team, "staging", { company: { ...company, name: "c".repeat(LONGEST.company) } });
    const components = await run(
      (opts) => void new TeamWorkspace(team, { scope, team: longest, core }, opts),
    );

    const lengths = (type: string, property: string) =>
      components.all(type).map(({ inputs }) => String(inputs[property]).length);
    const atMost = (limit: number, type: string, property: string) => {
      const found = lengths(type, property);
      assert.ok(found.length > 0, type);
      assert.ok(Math.max(...found) <= limit, `${type}: ${Math.max(...found)}`);
    };
    atMost(63, "aws:s3/bucket:Bucket", "bucket");
    atMost(64, "aws:iam/role:Role", "name");
    atMost(64, "aws:lambda/function:Function", "name");
    atMost(63, "aws:sagemaker/endpoint:Endpoint", "name");
    atMost(63, "aws:sagemaker/notebookInstance:NotebookInstance", "name");
    atMost(64, "aws:sagemaker/featureGroup:FeatureGroup", "featureGroupName");
    atMost(128, "aws:iam/rolePolicy:RolePolicy", "name");
    // The engine appends a hyphen and seven digits to the names of what it names itself.
    for (const type of [
      "aws:sagemaker/model:Model",
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    ]) {
      for (const name of components.names(type)) assert.ok(name.length + 8 <= 63, name);
    }
  });
});
