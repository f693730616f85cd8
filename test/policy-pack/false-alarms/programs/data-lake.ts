import * as glue from "@pulumi/aws/glue";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** A lake whose curated zone is copied to a second bucket in the same region and organization. */
export const dataLake: Program = {
  name: "a data lake, copied within the organization",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html",
    "https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "lake",
      [
        company.through("s3", "lake-copy"),
        company.through("s3", "lake-reader"),
        company.through("glue", "lake-reader"),
      ],
      options,
    );
    const curated = privateBucket(
      "lake-curated",
      { key: key.arn, users: ["lake-copy", "lake-reader"] },
      options,
    );
    const copy = privateBucket(
      "lake-copy",
      { key: key.arn, users: ["lake-copy"], objectLock: true },
      options,
    );
    new s3.BucketObjectLockConfiguration(
      "lake-copy",
      { bucket: copy.id, rule: { defaultRetention: { mode: "COMPLIANCE", days: 2555 } } },
      options,
    );

    const copying = new iam.Role(
      "lake-copy",
      { name: "lake-copy", assumeRolePolicy: company.trusting("s3.amazonaws.com") },
      options,
    );
    new iam.RolePolicy(
      "lake-copy",
      {
        role: copying.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
              Resource: curated.arn,
            },
            {
              Effect: "Allow",
              Action: [
                "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionTagging",
              ],
              Resource: interpolate`${curated.arn}/*`,
            },
            {
              Effect: "Allow",
              Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
              Resource: interpolate`${copy.arn}/*`,
            },
            {
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:Encrypt"],
              Resource: key.arn,
              Condition: { StringLike: { "kms:ViaService": `s3.${company.REGION}.amazonaws.com` } },
            },
          ],
        }),
      },
      options,
    );
    new s3.BucketReplicationConfig(
      "lake-curated",
      {
        bucket: curated.id,
        role: copying.arn,
        rules: [
          {
            id: "curated",
            status: "Enabled",
            filter: { prefix: "" },
            deleteMarkerReplication: { status: "Enabled" },
            sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
            destination: {
              bucket: copy.arn,
              account: company.ACCOUNT,
              encryptionConfiguration: { replicaKmsKeyId: key.arn },
              accessControlTranslation: { owner: "Destination" },
            },
          },
        ],
      },
      options,
    );

    new glue.DataCatalogEncryptionSettings(
      "lake",
      {
        dataCatalogEncryptionSettings: {
          encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: key.arn },
          connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: key.arn },
        },
      },
      options,
    );
    const database = new glue.CatalogDatabase("curated", { name: "curated" }, options);
    new glue.CatalogTable(
      "purchases",
      {
        name: "purchases",
        databaseName: database.name,
        tableType: "EXTERNAL_TABLE",
        storageDescriptor: {
          location: interpolate`s3://${curated.bucket}/purchases`,
          columns: [{ name: "id", type: "string" }],
        },
      },
      options,
    );
  },
};
