import { streamingCmkEncryption as control } from "../../../policy-pack/controls/data-encryption/streaming-cmk-encryption";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const stream = (props: Declared["props"]) => [key, declare("kinesis/stream:Stream", "s", props)];
const delivery = (props: Declared["props"]) => [
  key,
  declare("kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "d", props),
];
const at = (path: string) => `d (kinesis/firehoseDeliveryStream): ${path}`;
const TARGET = { kmsKeyArn: ref(key, "arn") };
const OWN = {
  serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: ref(key, "arn") },
};

describe("streaming-cmk-encryption", () => {
  it("passes a customer key for the stream, the delivery and its S3 targets", () => {
    passes(control, stream({ encryptionType: "KMS", kmsKeyId: ref(key, "arn") }));
    passes(control, delivery({ ...OWN, extendedS3Configuration: TARGET }));
    passes(control, delivery({ ...OWN, splunkConfiguration: { s3Configuration: TARGET } }));
  });

  it("asks for no encryption of its own where a stream is the source", () => {
    for (const source of ["kinesisSourceConfiguration", "mskSourceConfiguration"]) {
      passes(control, delivery({ [source]: { roleArn: "r" }, extendedS3Configuration: TARGET }));
      violates(control, delivery({ [source]: { roleArn: "r" }, extendedS3Configuration: {} }), [
        at("extendedS3Configuration.kmsKeyArn"),
      ]);
    }
  });

  it("finds streams that are not encrypted, or with AWS's key", () => {
    const both = ["s (kinesis/stream): encryptionType", "s (kinesis/stream): kmsKeyId"];
    violates(control, stream({}), both);
    violates(control, stream({ encryptionType: "NONE" }), both);
    violates(control, stream({ encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" }), both.slice(1));
  });

  it("finds a delivery that is not encrypted, or with AWS's key", () => {
    const all = ["enabled", "keyType", "keyArn"].map((name) => at(`serverSideEncryption.${name}`));
    violates(control, delivery({ extendedS3Configuration: TARGET }), all);
    violates(
      control,
      delivery({ serverSideEncryption: { enabled: true, keyType: "AWS_OWNED_CMK" } }),
      all.slice(1),
    );
    violates(control, delivery({ serverSideEncryption: { ...OWN.serverSideEncryption, enabled: false } }), [
      at("serverSideEncryption.enabled"),
    ]);
  });

  it("finds every S3 target without a key, backups too", () => {
    violates(
      control,
      delivery({ ...OWN, extendedS3Configuration: { ...TARGET, s3BackupConfiguration: {} } }),
      [at("extendedS3Configuration.s3BackupConfiguration.kmsKeyArn")],
    );
    for (const destination of ["redshift", "elasticsearch", "opensearch", "opensearchserverless", "splunk"]) {
      const property = `${destination}Configuration`;
      violates(control, delivery({ ...OWN, [property]: { s3Configuration: {} } }), [
        at(`${property}.s3Configuration.kmsKeyArn`),
      ]);
    }
  });

  it("waits for a kind of encryption that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "NONE" });
    const line = ["s (kinesis/stream): encryptionType"];
    defers(
      control,
      stream({ encryptionType: ref(parameter, "value"), kmsKeyId: ref(key, "arn") }),
      line,
      line,
    );
    notApplicable(control, [key]);
  });
});
