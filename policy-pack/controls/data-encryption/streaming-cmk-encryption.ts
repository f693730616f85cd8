import {
  type Finding,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
} from "../../core";

const STREAM = "aws:kinesis/stream:Stream";

/** Where each destination of a delivery stream says how it writes to S3, for delivery or as a backup. */
const S3_TARGETS = [
  "extendedS3Configuration",
  "extendedS3Configuration.s3BackupConfiguration",
  "redshiftConfiguration.s3Configuration",
  "redshiftConfiguration.s3BackupConfiguration",
  "elasticsearchConfiguration.s3Configuration",
  "opensearchConfiguration.s3Configuration",
  "opensearchserverlessConfiguration.s3Configuration",
  "splunkConfiguration.s3Configuration",
  "httpEndpointConfiguration.s3Configuration",
  "icebergConfiguration.s3Configuration",
  "snowflakeConfiguration.s3Configuration",
];

export const streamingCmkEncryption: ResourceControl = {
  kind: "resource",
  name: "streaming-cmk-encryption",
  description:
    "Every Kinesis stream and Firehose delivery stream, and what it writes to S3, is encrypted with a customer managed key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Records wait in the stream for up to a year; without encryption, or with AWS's key, whoever may read the stream reads them.",
  fix: {
    text: "Name the team's key for the stream, and for each S3 target.",
    code: `new kinesis.Stream("events", { ..., encryptionType: "KMS", kmsKeyId: key.arn });
new kinesis.FirehoseDeliveryStream("events", {
  ...,
  serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: key.arn },
  extendedS3Configuration: { ..., kmsKeyArn: key.arn },
});`,
  },
  frameworks: {
    nist: ["SC-28"],
    fsbp: ["DataFirehose.1", "Kinesis.1"],
    checkov: ["CKV_AWS_240", "CKV_AWS_241", "CKV_AWS_43", "CKV_AWS_185"],
  },
  types: [STREAM, "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
  check: (subject) => (subject.type === STREAM ? judgeStream(subject) : judgeDelivery(subject)),
};

function judgeStream(stream: Subject): readonly Finding[] {
  return [
    ...mustBe(stream, "encryptionType", (type) => type === "KMS", '"KMS"'),
    ...mustBeCustomerKey(stream, "kmsKeyId"),
  ];
}

function judgeDelivery(delivery: Subject): readonly Finding[] {
  const isSet = (property: string) => delivery.properties.get(property).state !== "unset";
  return [
    ...(hasStreamAsSource(delivery) ? [] : judgeOwnEncryption(delivery)),
    ...S3_TARGETS.filter(isSet).flatMap((target) => mustBeCustomerKey(delivery, `${target}.kmsKeyArn`)),
  ];
}

/**
 * With a stream as its source Firehose keeps no records of its own, and AWS refuses the setting: the source's
 * encryption counts. https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
 */
function hasStreamAsSource({ properties }: Subject): boolean {
  return ["kinesisSourceConfiguration", "mskSourceConfiguration"].some(
    (source) => properties.get(source).state !== "unset",
  );
}

function judgeOwnEncryption(delivery: Subject): readonly Finding[] {
  const isCustomers = (type: unknown) => type === "CUSTOMER_MANAGED_CMK";
  return [
    ...mustBe(delivery, "serverSideEncryption.enabled", isTrue, "true"),
    ...mustBe(delivery, "serverSideEncryption.keyType", isCustomers, '"CUSTOMER_MANAGED_CMK"'),
    ...mustBeCustomerKey(delivery, "serverSideEncryption.keyArn"),
  ];
}
