import { noSecurityIgnoreChanges as control } from "../../../policy-pack/controls/resilience/no-security-ignore-changes";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const ignoring = (...ignoreChanges: readonly string[]) => [
  declare("made/thing:Thing", "x", {}, { options: { ignoreChanges } }),
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
    ]) {
      violates(control, ignoring(path), [LINE]);
    }
    passes(control, ignoring("tags.LastBuild", 'tags["aws:autoscaling:groupName"]'));
  });

  it("has nothing to judge outside AWS", () => {
    notApplicable(control, [
      declare("random:index/randomId:RandomId", "r", {}, { options: { ignoreChanges: ["*"] } }),
    ]);
  });
});
