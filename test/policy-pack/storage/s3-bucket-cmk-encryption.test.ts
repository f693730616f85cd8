import { s3BucketCmkEncryption as control } from "../../../policy-pack/controls/storage/s3-bucket-cmk-encryption";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, logBucket, loggingInto, part } from "./bucket-cases";

const rule = (by: object, more: object = { bucketKeyEnabled: true }) => ({
  applyServerSideEncryptionByDefault: by,
  ...more,
});
const KMS = { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref(key, "arn") };
const config = (...rules: readonly object[]) => part("ServerSideEncryptionConfiguration", { rules });
const at = (path: string) => `data (s3/bucketServerSideEncryptionConfiguration): ${path}`;

describe("s3-bucket-cmk-encryption", () => {
  it("passes a customer key with a bucket key, in a resource of its own, of the old type, or inline", () => {
    passes(control, [bucket, key, config(rule(KMS))]);
    passes(control, [bucket, key, part("ServerSideEncryptionConfigurationV2", { rules: [rule(KMS)] })]);
    passes(control, [
      key,
      declare("s3/bucket:Bucket", "data", { serverSideEncryptionConfiguration: { rule: rule(KMS) } }),
    ]);
    passes(control, [
      key,
      declare("s3/bucketV2:BucketV2", "data", {
        serverSideEncryptionConfigurations: [{ rules: [rule(KMS)] }],
      }),
    ]);
  });

  it("passes dual-layer encryption, which has no bucket keys", () => {
    passes(control, [bucket, key, config(rule({ ...KMS, sseAlgorithm: "aws:kms:dsse" }, {}))]);
  });

  it("passes a log bucket with SSE-S3, and still judges the bucket that logs into it", () => {
    const data = [bucket, key, config(rule(KMS))];
    const sseS3 = declare(
      "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "logs",
      {
        bucket: ref(logBucket),
        rules: [rule({ sseAlgorithm: "AES256" }, {})],
      },
    );
    passes(control, [...data, logBucket, sseS3, loggingInto(logBucket)]);
    violates(
      control,
      [bucket, logBucket, sseS3, loggingInto(logBucket)],
      ["data (s3/bucket): serverSideEncryptionConfiguration"],
    );
  });

  it("knows a log bucket whose name comes by way of its policy", () => {
    const policy = declare("s3/bucketPolicy:BucketPolicy", "logs", { bucket: ref(logBucket), policy: "{}" });
    const logging = part("Logging", { targetBucket: ref(policy, "bucket"), targetPrefix: "data/" });
    const judged = [bucket, key, config(rule(KMS)), logBucket, policy, logging];
    passes(control, judged);
  });

  it("finds a bucket with no encryption of its own", () => {
    violates(control, [bucket], ["data (s3/bucket): serverSideEncryptionConfiguration"]);
  });

  it("finds SSE-S3, a missing key, AWS's own key, and no bucket key", () => {
    const path = "rules[0].applyServerSideEncryptionByDefault";
    violates(control, [bucket, config(rule({ sseAlgorithm: "AES256" }))], [at(`${path}.sseAlgorithm`)]);
    violates(control, [bucket, config(rule({ sseAlgorithm: "aws:kms" }))], [at(`${path}.kmsMasterKeyId`)]);
    violates(
      control,
      [bucket, config(rule({ ...KMS, kmsMasterKeyId: "alias/aws/s3" }))],
      [at(`${path}.kmsMasterKeyId`)],
    );
    violates(
      control,
      [bucket, config(rule({ ...KMS, kmsMasterKeyId: "arn:aws-cn:kms:cn-north-1:1:alias/aws/s3" }))],
      [at(`${path}.kmsMasterKeyId`)],
    );
    violates(
      control,
      [bucket, key, config(rule(KMS, { bucketKeyEnabled: false }))],
      [at("rules[0].bucketKeyEnabled")],
    );
    violates(control, [bucket, config(rule({}))], [at(`${path}.sseAlgorithm`)]);
    violates(control, [bucket, config()], [at("rules")]);
  });

  it("finds a bad configuration though the block in the bucket is good", () => {
    const good = declare("s3/bucket:Bucket", "data", {
      serverSideEncryptionConfiguration: { rule: rule(KMS) },
    });
    violates(
      control,
      [
        good,
        key,
        part("ServerSideEncryptionConfiguration", { rules: [rule({ sseAlgorithm: "AES256" })] }, good),
      ],
      [at("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm")],
    );
  });

  it("waits for an algorithm that is not known yet", () => {
    const algorithm = ref(declare("ssm/parameter:Parameter", "p", { value: "AES256" }), "value");
    const line = at("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm");
    defers(control, [bucket, key, config(rule({ ...KMS, sseAlgorithm: algorithm }))], [line], [line]);
  });

  it("has nothing to judge where there is no bucket", () => {
    notApplicable(control, [key]);
  });
});
