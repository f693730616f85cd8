import { keyAndDataPermissionsAgree as control } from "../../../policy-pack/controls/trust/key-and-data-permissions-agree";
import { AT_HOME, HOME } from "../identity/cases";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { keyOf, roleOf, ROOT } from "./teams";

const role = roleOf("fraud", "training");
const other = roleOf("fraud", "serving");
const arnOf = (name: string) => `arn:aws:iam::${HOME}:role/${name}`;
const lets = (aws: unknown, Action: unknown = ["kms:Decrypt", "kms:GenerateDataKey"], more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: aws },
  Action,
  Resource: "*",
  ...more,
});
const byArn = (name: string) => ({ Condition: { ArnEquals: { "aws:PrincipalArn": [arnOf(name)] } } });
const bucket = declare("s3/bucket:Bucket", "data", { bucket: "data" });
const under = (key: Declared): Declared[] => [
  key,
  bucket,
  declare("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "sse", {
    bucket: ref(bucket),
    rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId: ref(key, "arn") } }],
  }),
];
const policy = (...statements: readonly object[]): Declared =>
  declare("iam/rolePolicy:RolePolicy", "p", { role: ref(role), policy: { Statement: statements } });
const reads = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*" };
const found = ["p (iam/rolePolicy): policy.Statement[0].Resource"];
const uses = (Resource: unknown, Condition: object = {}) => ({
  Effect: "Allow",
  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
  Resource,
  Condition,
});

describe("key-and-data-permissions-agree", () => {
  it("passes a role that the key's policy names", () => {
    passes(control, [role, ...under(keyOf("fraud", "k", lets(ref(role, "arn")))), policy(reads)]);
    passes(control, [role, ...under(keyOf("fraud", "k", lets(arnOf("training"), "kms:*"))), policy(reads)]);
    const key = keyOf("fraud", "k", lets(ref(other, "arn")));
    const grant = declare("kms/grant:Grant", "g", {
      keyId: ref(key),
      granteePrincipal: ref(role, "arn"),
      operations: ["Decrypt"],
    });
    passes(control, [role, other, ...under(key), grant, policy(reads)]);
  });

  it("refuses a role that reads what it has no key for", () => {
    violates(
      control,
      [role, other, ...under(keyOf("fraud", "k", lets(ref(other, "arn")))), policy(reads)],
      found,
    );
    violates(
      control,
      [role, ...under(keyOf("fraud", "k", lets(ROOT, undefined, byArn("serving")))), policy(reads)],
      found,
    );
    violates(
      control,
      [role, ...under(keyOf("fraud", "k", lets(arnOf("training"), "kms:Encrypt"))), policy(reads)],
      found,
    );
    const denied = { ...lets(arnOf("training")), Effect: "Deny" };
    violates(control, [role, ...under(keyOf("fraud", "k", denied)), policy(reads)], found);
    const byTag = { Condition: { StringEquals: { "aws:PrincipalTag/Team": "vision" } } };
    violates(
      control,
      [role, ...under(keyOf("fraud", "k", lets(ROOT, undefined, byTag))), policy(reads)],
      found,
    );
  });

  it("tells reading from writing, and objects from the bucket", () => {
    const decrypting = keyOf("fraud", "k", lets(arnOf("training"), "kms:Decrypt"));
    passes(control, [role, ...under(decrypting), policy(reads)]);
    violates(control, [role, ...under(decrypting), policy({ ...reads, Action: "s3:Put*" })], found);
    notApplicable(control, [role, ...under(decrypting), policy({ ...reads, Action: "s3:ListBucket" })]);
    notApplicable(control, [role, ...under(decrypting), policy({ ...reads, Resource: "arn:aws:s3:::data" })]);
  });

  it("goes by the role's own policies where the key leaves it to them", () => {
    const key = keyOf("fraud", "k", lets(ROOT, "kms:*"));
    const alias = declare("kms/alias:Alias", "a", { name: "alias/data", targetKeyId: ref(key, "keyId") });
    const aliased = (name: string) => ({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": name } });
    violates(control, [role, ...under(key), policy(reads)], found);
    passes(control, [role, ...under(key), policy(reads, uses("*"))]);
    passes(control, [
      role,
      ...under(key),
      policy(reads, uses("arn:aws:kms:eu-central-1:222222222222:key/*")),
    ]);
    passes(control, [role, ...under(key), alias, policy(reads, uses("*", aliased("alias/data")))]);
    violates(control, [role, ...under(key), alias, policy(reads, uses("*", aliased("alias/models")))], found);
    violates(control, [role, ...under(key), policy(reads, { ...uses("*"), Effect: "Deny" })], found);
    const byDefault = declare("kms/key:Key", "k", {}, AT_HOME);
    violates(control, [role, ...under(byDefault), policy(reads)], found);
    passes(control, [role, ...under(byDefault), policy(reads, uses("*"))]);
    const only = keyOf("fraud", "k", lets(ROOT, "kms:*", byArn("training")));
    passes(control, [role, ...under(only), policy(reads, uses("*"))]);
    violates(control, [role, ...under(only), policy(reads)], found);
  });

  it("judges secrets, and keys that a workload is told to write with", () => {
    const key = keyOf("fraud", "k", lets(ref(other, "arn")));
    const secret = declare("secretsmanager/secret:Secret", "api", { name: "api", kmsKeyId: ref(key, "arn") });
    const readsSecret = {
      Effect: "Allow",
      Action: "secretsmanager:GetSecretValue",
      Resource: `arn:aws:secretsmanager:eu-central-1:${HOME}:secret:api-??????`,
    };
    violates(control, [role, other, key, secret, policy(readsSecret)], found);
    const group = (as: Declared) =>
      declare("sagemaker/featureGroup:FeatureGroup", "g", {
        roleArn: ref(as, "arn"),
        offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://data", kmsKeyId: ref(key, "arn") } },
      });
    passes(control, [role, other, key, group(other)]);
    violates(
      control,
      [role, other, key, group(role)],
      ["g (sagemaker/featureGroup): offlineStoreConfig.s3StorageConfig.kmsKeyId"],
    );
  });

  it("waits for a key's policy that is not known yet", () => {
    const text = declare("sqs/queue:Queue", "q", {
      policy: JSON.stringify({ Statement: [lets(arnOf("serving"))] }),
    });
    const late = declare("kms/key:Key", "k", { policy: ref(text, "policy") }, AT_HOME);
    defers(control, [role, text, ...under(late), policy(reads)], found, found);
  });

  it("lets a role be that may be allowed the key elsewhere", () => {
    const key = keyOf("fraud", "k", lets(ROOT, "kms:*"));
    const attached = declare("iam/rolePolicyAttachment:RolePolicyAttachment", "a", {
      role: ref(role),
      policyArn: `arn:aws:iam::${HOME}:policy/of-another-stack`,
    });
    passes(control, [role, ...under(key), attached, policy(reads)]);
  });

  it("has nothing to judge where data or key are not of the stack", () => {
    notApplicable(control, [role, bucket, policy(reads)]);
    const key = keyOf("fraud", "k");
    notApplicable(control, [role, ...under(key), policy({ ...reads, Resource: "arn:aws:s3:::elsewhere/*" })]);
  });
});
