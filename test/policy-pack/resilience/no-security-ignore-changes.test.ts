import { noSecurityIgnoreChanges as control } from "../../../policy-pack/controls/resilience/no-security-ignore-changes";
import assert from "node:assert/strict";
import { DECIDING_INPUTS } from "../../../policy-pack/controls/resilience/deciding-inputs";
import { inputsOf } from "../mutation/type-definitions";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const ignoring = (...ignoreChanges: readonly string[]) => [
  declare("made/thing:Thing", "x", {}, { options: { ignoreChanges } }),
];
const ignoringOf = (type: string, path: string) => [
  declare(type, "x", {}, { options: { ignoreChanges: [path] } }),
];
const LINE = "x (made/thing): ignoreChanges";

describe("no-security-ignore-changes", () => {
  it("passes a resource that ignores nothing, or what decides nothing", () => {
    passes(control, [declare("made/thing:Thing", "x")]);
    const harmless = [
      "desiredCapacity",
      "scalingConfig.desiredSize",
      "secretString",
      "versionStages",
      "imageId",
      "taskDefinition",
      "description",
      "subnetIds",
    ];
    passes(control, ignoring(...harmless));
  });

  for (const path of [
    "policy",
    "assumeRolePolicy",
    "kmsKeyId",
    "encryptAtRest.enabled",
    "serverSideEncryptionConfiguration",
    "ingress",
    "ingress[0].cidrBlocks",
    "securityGroupIds",
    "metadataOptions.httpTokens",
    "publiclyAccessible",
    "blockPublicAcls",
    "retentionInDays",
    "versioningConfiguration.status",
    "deletionProtection",
    "enableNetworkIsolation",
    "directInternetAccess",
    "executionRoleArn",
    "*",
    '["*"]',
    '["policy"]',
    'metadataOptions["httpTokens"]',
  ]) {
    it(`finds ${path}`, () => {
      violates(control, ignoring("description", path), [LINE]);
    });
  }

  it("finds the tags as a whole and required ones, and lets another tag go", () => {
    for (const path of [
      "tags",
      "tagsAll",
      "tags.*",
      "tags.CostCenter",
      'tags["CostCenter"]',
      "tagsAll.Owner",
      '["tags"]',
      '["tags"]["Owner"]',
    ]) {
      violates(control, ignoring(path), [LINE]);
    }
    passes(control, ignoring("tags.LastBuild", 'tags["aws:autoscaling:groupName"]'));
  });

  for (const [type, path] of [
    ["ebs/encryptionByDefault:EncryptionByDefault", "enabled"],
    ["ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "state"],
    ["organizations/policy:Policy", "content"],
    ["organizations/policy:Policy", "type"],
    ["organizations/policyAttachment:PolicyAttachment", '["targetId"]'],
    ["cloudtrail/trail:Trail", "advancedEventSelectors[0].fieldSelectors"],
    ["s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules[0].expiration.days"],
    ["s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "bucket"],
    ["vpc/securityGroupEgressRule:SecurityGroupEgressRule", "toPort"],
    ["iam/role:Role", "maxSessionDuration"],
    ["lambda/permission:Permission", "sourceArn"],
    ["sagemaker/endpoint:Endpoint", "endpointConfigName"],
    ["sagemaker/endpointConfiguration:EndpointConfiguration", "productionVariants[0].modelName"],
    ["secretsmanager/secret:Secret", "recoveryWindowInDays"],
    ["ec2/vpcEndpoint:VpcEndpoint", "subnetIds[*]"],
  ] as const) {
    it(`finds ${path} of ${type}`, () => {
      violates(control, ignoringOf(type, path), [`x (${type.split(":")[0] ?? ""}): ignoreChanges`]);
    });
  }

  for (const [type, path] of [
    ["autoscaling/group:Group", "desiredCapacity"],
    ["autoscaling/group:Group", "type"],
    ["ecs/service:Service", "desiredCount"],
    ["ecs/service:Service", "taskDefinition"],
    ["organizations/account:Account", "roleName"],
    ["organizations/policy:Policy", "description"],
    ["lambda/function:Function", "s3ObjectVersion"],
    ["batch/computeEnvironment:ComputeEnvironment", "computeResources.desiredVcpus"],
    ["sagemaker/endpointConfiguration:EndpointConfiguration", "productionVariants[0].initialInstanceCount"],
    // A default list has the subnets that no other list has.
    ["ec2/defaultNetworkAcl:DefaultNetworkAcl", "subnetIds"],
    // A rotation, or a person, gives the secret its next value: the program has only the first.
    ["secretsmanager/secretVersion:SecretVersion", "secretString"],
    ["cloudtrail/trail:Trail", "tags.LastSeen"],
  ] as const) {
    it(`lets ${path} of ${type} go`, () => passes(control, ignoringOf(type, path)));
  }

  it("knows inputs only that the provider has", () => {
    for (const [type, deciding] of DECIDING_INPUTS) {
      const inputs = inputsOf(type);
      assert.ok(inputs.size > 0, type);
      if (deciding === "all") continue;
      for (const input of deciding) assert.ok(inputs.has(input), `${type}: ${input}`);
    }
  });

  it("has nothing to judge outside AWS", () => {
    notApplicable(control, [
      declare("random:index/randomId:RandomId", "r", {}, { options: { ignoreChanges: ["*"] } }),
    ]);
  });
});
