import type { Subject } from "../contract/subject";
import { forTypes, remediationOf } from "./defaults";
import { fillIn, placesOf, type Remediation } from "./remediation";

const BUCKET_ENCRYPTIONS = [
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
];

/** Refuses uploads with keys that the caller brings, where a bucket's encryption says nothing of them. */
export const blockCallersKeys = remediationOf({
  name: "remediate-s3-sse-c",
  controls: ["s3-bucket-block-sse-c"],
  description:
    "Blocks uploads with keys of the caller's own, where a bucket's encryption says nothing of them.",
  fill: forTypes(BUCKET_ENCRYPTIONS, { "rules[].blockedEncryptionTypes": ["SSE-C"] }),
});

/** Completes a default encryption that names a key: with KMS as the algorithm, and bucket keys. */
export const completeBucketEncryption: Remediation = {
  name: "remediate-s3-encryption",
  controls: ["s3-bucket-cmk-encryption"],
  description:
    "Encrypts with KMS, and with bucket keys, where a bucket's encryption names a key and leaves the rest out.",
  types: BUCKET_ENCRYPTIONS,
  changes: (subject) =>
    placesOf(subject, "rules[].applyServerSideEncryptionByDefault").flatMap((block) => {
      if (subject.properties.get(`${block}.kmsMasterKeyId`).state === "unset") return [];
      const rule = block.slice(0, -".applyServerSideEncryptionByDefault".length);
      return [
        ...fillIn(subject, `${block}.sseAlgorithm`, "aws:kms"),
        ...fillIn(subject, `${rule}.bucketKeyEnabled`, true),
      ];
    }),
};

/** Encrypts copies of snapshots and images, and the empty disks of images, that say nothing of encryption. */
export const encryptCopies: Remediation = {
  name: "remediate-image-encryption",
  controls: ["snapshot-ami-copy-encryption"],
  description:
    "Encrypts copies of snapshots and images, and new disks of images, that say nothing of encryption.",
  types: ["aws:ebs/snapshotCopy:SnapshotCopy", "aws:ec2/amiCopy:AmiCopy", "aws:ec2/ami:Ami"],
  changes: (subject) => {
    if (subject.type !== "aws:ec2/ami:Ami") return fillIn(subject, "encrypted", true);
    // A disk from a snapshot is encrypted as the snapshot is, and may not say so itself.
    return placesOf(subject, "ebsBlockDevices[].encrypted")
      .filter((path) => subject.properties.get(path.replace(/encrypted$/, "snapshotId")).state === "unset")
      .flatMap((path) => fillIn(subject, path, true));
  },
};

/** Encrypts file systems that say nothing of encryption. */
export const encryptFileSystems = remediationOf({
  name: "remediate-efs-encryption",
  controls: ["efs-cmk-encryption"],
  description: "Encrypts EFS file systems that say nothing of encryption.",
  fill: { "aws:efs/fileSystem:FileSystem": { encrypted: true } },
});

const STREAM = "aws:kinesis/stream:Stream";
const DELIVERY = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

/**
 * Encrypts streams and deliveries that say nothing of encryption. Kinesis takes its own key by this alias:
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartStreamEncryption.html
 */
export const encryptStreams: Remediation = {
  name: "remediate-stream-encryption",
  controls: ["streaming-cmk-encryption"],
  description: "Encrypts Kinesis streams and Firehose deliveries that say nothing of encryption.",
  types: [STREAM, DELIVERY],
  changes: (subject) => (subject.type === STREAM ? encryptStream(subject) : encryptDelivery(subject)),
};

function encryptStream(stream: Subject) {
  const encryption = fillIn(stream, "encryptionType", "KMS");
  return encryption.length === 0 ? [] : [...encryption, ...fillIn(stream, "kmsKeyId", "alias/aws/kinesis")];
}

function encryptDelivery(delivery: Subject) {
  const isSet = (property: string) => delivery.properties.get(property).state !== "unset";
  // With a stream as its source Firehose refuses the setting.
  if (isSet("kinesisSourceConfiguration") || isSet("mskSourceConfiguration")) return [];
  const encryption = fillIn(delivery, "serverSideEncryption.enabled", true);
  return isSet("serverSideEncryption.keyArn")
    ? [...encryption, ...fillIn(delivery, "serverSideEncryption.keyType", "CUSTOMER_MANAGED_CMK")]
    : encryption;
}

/** Encrypts search domains at rest, between their nodes, and towards their clients. */
export const encryptSearchDomains = remediationOf({
  name: "remediate-opensearch-encryption",
  controls: ["opensearch-encryption"],
  description:
    "Encrypts search domains at rest, between nodes and towards clients, where they say nothing of it.",
  fill: forTypes(["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"], {
    "encryptAtRest.enabled": true,
    "nodeToNodeEncryption.enabled": true,
    "domainEndpointOptions.enforceHttps": true,
    "domainEndpointOptions.tlsSecurityPolicy": "Policy-Min-TLS-1-2-PFS-2023-10",
  }),
});
