import assert from "node:assert/strict";
import { Access, type Asker } from "../support/access";
import { plainTeam } from "../support/fixtures";
import { runWorkspaces } from "../support/workspaces";

const SELECTION = "aws:backup/selection:Selection";
const buckets = (tier: string, team: string) =>
  ["data", "models", "output"].map((purpose) => `arn:aws:s3:::acme-${tier}-${team}-${purpose}-555555555555`);

describe("the backup of a team", () => {
  const teams = {
    fraud: plainTeam(0, { dataClassification: "restricted" }),
    search: plainTeam(1, { dataClassification: "public" }),
    vision: plainTeam(2, { dataClassification: "internal" }),
  };

  it("takes up all three buckets where the tier backs up the team's class of data, and else nothing", async () => {
    const selected = async (tier: "dev" | "staging" | "prod") =>
      (await runWorkspaces(teams, tier)).all(SELECTION).map(({ inputs }) => inputs["resources"]);
    assert.deepEqual(await selected("prod"), [buckets("prod", "fraud"), buckets("prod", "vision")]);
    assert.deepEqual(await selected("staging"), [buckets("staging", "vision")]);
    assert.deepEqual(await selected("dev"), []);
  });

  const of = (team: string, purpose: string): Asker => ({ role: `acme-prod-${team}-${purpose}`, team });
  const [taking, restoring] = [of("fraud", "backup-of-buckets"), of("fraud", "restore-of-buckets")];
  const others = of("vision", "backup-of-buckets");
  const MODELS = "acme-prod-fraud-models-555555555555";
  const recorded = runWorkspaces(teams, "prod").then((components) => new Access(components));

  const objects: [Asker, string, string][] = [
    [taking, "s3:GetObjectVersion", "allowed"],
    [taking, "s3:PutObject", "not allowed"],
    [taking, "s3:DeleteObjectVersion", "not allowed"],
    [restoring, "s3:PutObject", "allowed"],
    [restoring, "s3:DeleteObjectVersion", "not allowed"],
    [restoring, "s3:PutBucketPolicy", "not allowed"],
    [others, "s3:GetObject", "denied"],
    [others, "s3:PutBucketNotification", "not allowed"],
  ];
  for (const [asker, action, expected] of objects) {
    it(`${asker.role} ${action}: ${expected}`, async () => {
      const key = action.includes("Object") ? "scorer/1/model.tar.gz" : "";
      assert.equal((await recorded).s3(asker, action, MODELS, key), expected);
    });
  }

  const keys: [Asker, string, string, string, string][] = [
    [taking, "kms:Decrypt", "data", "s3", "allowed"],
    [taking, "kms:Decrypt", "models", "s3", "allowed"],
    [taking, "kms:Decrypt", "data", "sagemaker", "not allowed"],
    [taking, "kms:GenerateDataKey", "data", "s3", "not allowed"],
    [restoring, "kms:GenerateDataKey", "models", "s3", "allowed"],
    [others, "kms:Decrypt", "data", "s3", "not allowed"],
  ];
  for (const [asker, action, purpose, service, expected] of keys) {
    it(`${asker.role} ${action} of the ${purpose} key through ${service}: ${expected}`, async () => {
      assert.equal(
        (await recorded).kms(asker, action, `alias/acme-prod-fraud-${purpose}`, service),
        expected,
      );
    });
  }
});
