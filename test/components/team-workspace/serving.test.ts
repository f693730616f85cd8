import assert from "node:assert/strict";
import { hasLocalStorage } from "../../../components/secure/instance-storage";
import { ImageError, repositoryArn } from "../../../components/team-workspace/permissions/container-images";
import { fullTeam, IMAGE, scopeOf } from "../support/fixtures";
import { runWorkspaces } from "../support/workspaces";

const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";

describe("a model's endpoint", () => {
  const dev = runWorkspaces({ fraud: fullTeam(0) });
  const prod = runWorkspaces({ fraud: fullTeam(0, { notebooks: {} }) }, "prod");

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
