import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import { Provider } from "@pulumi/aws/provider";
import * as s3 from "@pulumi/aws/s3";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/** The marker in every kind of place where a secret can be: an input, a nested input, a document. The program returns it too. */
function plantSecret(marker: string, provider: Provider): void {
  const text = pulumi.secret(marker);
  const secret = new secretsmanager.Secret("secret", { name: "small", description: text }, { provider });
  new secretsmanager.SecretVersion("version", { secretId: secret.id, secretString: text }, { provider });
  new iam.Policy(
    "tagged",
    { policy: pulumi.interpolate`{"Id": "${text}"}`, tags: { note: text } },
    { provider },
  );
}

/**
 * Twelve resources in one account: physical names that are fixed and some that the provider chooses, parents and
 * chains, and a random value that only the state keeps.
 */
export async function smallProgram(): Promise<Record<string, unknown>> {
  const provider = new Provider("aws-dev", { region: "eu-central-1", allowedAccountIds: ["555555555555"] });
  const randomProvider = new random.Provider("random", {});
  const key = new kms.Key("key", { description: "small" }, { provider });
  new kms.Alias("alias", { name: "alias/small", targetKeyId: key.keyId }, { provider });
  for (const name of ["one", "two"]) {
    const bucket = new s3.Bucket(name, { bucket: `small-${name}` }, { provider });
    new s3.BucketVersioning(
      name,
      { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
      { provider },
    );
    new s3.BucketPublicAccessBlock(name, { bucket: bucket.id, blockPublicAcls: true }, { provider });
  }
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
  const role = new iam.Role("role", { assumeRolePolicy: policy }, { provider });
  new iam.RolePolicy("inline", { role: role.name, policy }, { provider });
  new iam.Policy("fixed", { name: "small-fixed", policy }, { provider });
  const password = new random.RandomPassword("password", { length: 20 }, { provider: randomProvider });
  const marker = process.env["TEST_SECRET_MARKER"];
  if (marker !== undefined) plantSecret(marker, provider);
  return {
    bucket: "small-one",
    role: role.arn,
    password: password.result,
    marker: pulumi.secret(marker ?? ""),
  };
}
