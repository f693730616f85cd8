import assert from "node:assert/strict";
import { hasLocalStorage } from "../../../components/secure/instance-storage";
import { modelSource, ModelSourceError } from "../../../components/team-workspace/serving/model-source";
import type { Tier } from "../../../config";
import { ImageError, repositoryArn } from "../../../components/team-workspace/permissions/container-images";
import { fullTeam, IMAGE, plainTeam, registered, scopeOf } from "../support/fixtures";
import { runWorkspaces } from "../support/workspaces";

const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";

describe("a model's endpoint", () => {
  const dev = runWorkspaces({ fraud: fullTeam(0) });
  const prod = runWorkspaces({ fraud: registered("fraud", "prod", fullTeam(0, { notebooks: {} })) }, "prod");
  const partOf = async (part: string) =>
    (await prod).document("aws:iam/rolePolicy:RolePolicy", `fraud-serving-scorer-role-${part}`).Statement;

  it("serves an isolated model in the team's subnets", async () => {
    const components = await dev;
    const subnets = components.all("aws:ec2/subnet:Subnet").map(({ id }) => id);
    const group = components.one("aws:ec2/securityGroup:SecurityGroup", "fraud-network-workloads").id;
    const {
      tags: _,
      executionRoleArn,
      ...inputs
    } = components.one("aws:sagemaker/model:Model", "fraud-serving-scorer-model").inputs;
    assert.equal(executionRoleArn, "arn:aws:iam::555555555555:role/acme-dev-fraud-serving-scorer");
    assert.deepEqual(inputs, {
      enableNetworkIsolation: true,
      primaryContainer: {
        image: IMAGE,
        modelDataUrl: "s3://acme-dev-fraud-models-555555555555/scorer/1/model.tar.gz",
      },
      vpcConfig: { subnets, securityGroupIds: [group] },
    });
  });

  it("serves a version of the team's registry by its ARN alone", async () => {
    const model = (await prod).one("aws:sagemaker/model:Model", "fraud-serving-scorer-model");
    assert.deepEqual(model.inputs["primaryContainer"], {
      modelPackageName: "arn:aws:sagemaker:eu-central-1:555555555555:model-package/acme-prod-fraud-scorer/1",
    });
    assert.equal(model.inputs["enableNetworkIsolation"], true);
  });

  it("reads of a registered model the version and its group's artifacts, and pulls the company's images", async () => {
    const statements = ["model", "runtime"].flatMap((part) => partOf(part));
    const of = async (sid: string) =>
      (await Promise.all(statements)).flat().find(({ Sid }) => Sid === sid)?.Resource;
    assert.deepEqual(await of("ReadModel"), ["arn:aws:s3:::acme-prod-fraud-models-555555555555/scorer/*"]);
    assert.deepEqual(await of("ReadModelPackage"), [
      "arn:aws:sagemaker:eu-central-1:555555555555:model-package/acme-prod-fraud-scorer/1",
    ]);
    assert.deepEqual(await of("PullImages"), ["arn:aws:ecr:eu-central-1:444444444444:repository/acme/*"]);
  });

  it("encrypts volumes and captured data, but asks for no key where the instance encrypts by itself", async () => {
    const components = await dev;
    const {
      tags: _,
      kmsKeyArn,
      ...inputs
    } = components.one(CONFIGURATION, "fraud-serving-scorer-config").inputs;
    assert.equal(kmsKeyArn, components.one("aws:kms/key:Key", "fraud-model-key").outputs["arn"]);
    assert.deepEqual(inputs["dataCaptureConfig"], {
      enableCapture: true,
      initialSamplingPercentage: 100,
      destinationS3Uri: "s3://acme-dev-fraud-output-555555555555/captures/acme-dev-fraud-scorer",
      kmsKeyId: components.one("aws:kms/key:Key", "fraud-data-key").outputs["arn"],
      captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
    });
    assert.equal(components.one(CONFIGURATION, "fraud-serving-ranker-config").inputs["kmsKeyArn"], undefined);
  });

  it("has as many instances as asked, and no fewer than its tier demands", async () => {
    const counts = async (recorded: typeof dev) =>
      (await recorded).all(CONFIGURATION).map(({ inputs }) => {
        const [variant] = inputs["productionVariants"] as Record<string, unknown>[];
        assert.equal(variant?.["enableSsmAccess"], false);
        return [variant?.["instanceType"], variant?.["initialInstanceCount"]];
      });
    assert.deepEqual(await counts(dev), [
      ["ml.g4dn.xlarge", 3],
      ["ml.m5.xlarge", 1],
    ]);
    assert.deepEqual(await counts(prod), [
      ["ml.g4dn.xlarge", 3],
      ["ml.m5.xlarge", 2],
    ]);
  });

  it("writes to a log group that is there before it, under the team's key", async () => {
    const components = await dev;
    const log = components.one("aws:cloudwatch/logGroup:LogGroup", "fraud-serving-scorer-log");
    assert.equal(log.inputs["name"], "/aws/sagemaker/Endpoints/acme-dev-fraud-scorer");
    assert.ok(
      components
        .one("aws:sagemaker/endpoint:Endpoint", "fraud-serving-scorer-endpoint")
        .dependencies.includes(log.urn),
    );
  });
});

describe("what a model is made of", () => {
  const artifact = { image: IMAGE, artifact: "a/model.tar.gz" };
  const rest = { instanceType: "ml.m5.large", instanceCount: 1, callers: [] };
  const packageOf = (group: string, account = "555555555555") =>
    `arn:aws:sagemaker:eu-central-1:${account}:model-package/${group}/4`;
  const source = (tier: Tier, model: object) => modelSource(scopeOf("fraud", tier), { ...rest, ...model });

  it("is an image and an artifact, or a version whose artifact lies below the group's name", () => {
    assert.deepEqual(source("dev", artifact), { kind: "artifact", ...artifact });
    const modelPackage = packageOf("acme-prod-fraud-eu-scorer");
    assert.deepEqual(source("prod", { modelPackage }), {
      kind: "package",
      modelPackage,
      artifactPrefix: "eu-scorer",
    });
  });

  const refused: [string, Tier, object, string][] = [
    ["an artifact in prod", "prod", artifact, "In prod only models of the registry are served."],
    ["nothing", "dev", {}, "A model is made of an image and an artifact, or of a model package."],
    [
      "both",
      "dev",
      { ...artifact, modelPackage: packageOf("acme-dev-fraud-scorer") },
      "A model is made of an image and an artifact, or of a model package.",
    ],
    ...[
      packageOf("acme-prod-search-scorer"),
      packageOf("acme-prod-fraud-scorer", "444444444444"),
      "anything",
    ].map((modelPackage): [string, Tier, object, string] => [
      modelPackage,
      "prod",
      { modelPackage },
      `"${modelPackage}" is no version of the registry of fraud.`,
    ]),
  ];
  for (const [what, tier, model, message] of refused) {
    it(`is not ${what}`, () => {
      assert.throws(() => source(tier, model), new ModelSourceError(message));
    });
  }
});

describe("a team's model registry", () => {
  it("is a group for each name, kept as its tier keeps stores, and open to no other account", async () => {
    const team = plainTeam(0, { modelPackageGroups: ["scorer", "ranker"] });
    const components = await runWorkspaces({ fraud: team }, "prod");
    const groups = components.all("aws:sagemaker/modelPackageGroup:ModelPackageGroup");
    assert.deepEqual(
      groups.map(({ name, inputs, options }) => [
        name,
        inputs["modelPackageGroupName"],
        options.protect,
        options.retainOnDelete,
      ]),
      [
        ["fraud-registry-ranker", "acme-prod-fraud-ranker", true, true],
        ["fraud-registry-scorer", "acme-prod-fraud-scorer", true, true],
      ],
    );
    assert.deepEqual(components.names("aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy"), []);
    const none = await runWorkspaces({ fraud: plainTeam(0) }, "prod");
    assert.deepEqual(none.names("aws:sagemaker/modelPackageGroup:ModelPackageGroup"), []);
  });
});

describe("local storage of instances", () => {
  const cases: [string, boolean][] = [
    ["ml.m5.xlarge", false],
    ["ml.m5d.xlarge", true],
    ["ml.c6gd.large", true],
    ["ml.r5dn.large", true],
    ["ml.g4dn.xlarge", true],
    ["ml.g5.xlarge", true],
    ["ml.p3.2xlarge", false],
    ["ml.p3dn.24xlarge", true],
    ["ml.p4d.24xlarge", true],
    ["ml.p4de.24xlarge", true],
    ["ml.p5.48xlarge", true],
    ["ml.trn1.2xlarge", true],
    ["ml.inf2.xlarge", false],
    ["ml.t3.medium", false],
  ];
  for (const [type, expected] of cases) {
    it(`${type}: ${expected}`, () => assert.equal(hasLocalStorage(type), expected));
  }
});

describe("the repository of an image", () => {
  const scope = scopeOf("fraud");
  const digest = `@sha256:${"0".repeat(64)}`;

  it("is named with its account and region", () => {
    assert.equal(repositoryArn(scope, IMAGE), "arn:aws:ecr:eu-central-1:444444444444:repository/acme/scorer");
    const china = `444444444444.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b${digest}`;
    assert.equal(
      repositoryArn({ ...scope, partition: "aws-cn" }, china),
      "arn:aws-cn:ecr:cn-north-1:444444444444:repository/a/b",
    );
  });

  for (const image of [
    `docker.io/library/python${digest}`,
    "444444444444.dkr.ecr.eu-central-1.amazonaws.com/acme/scorer:latest",
    "",
  ]) {
    it(`is refused for "${image}"`, () => {
      assert.throws(
        () => repositoryArn(scope, image),
        new ImageError(`The image "${image}" is not an ECR address pinned by digest.`),
      );
    });
  }
});
