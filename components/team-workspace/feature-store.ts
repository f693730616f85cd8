import * as pulumi from "@pulumi/pulumi";
import * as sagemaker from "@pulumi/aws/sagemaker";
import type { Team } from "../../config";
import {
  allow,
  arn,
  keyAlias,
  keyPermissions,
  physicalName,
  retentionOf,
  Role,
  tagsOf,
  trustService,
  type Scope,
  type Statement,
} from "../secure";
import { teamBucketArn } from "./buckets";
import { ROLE_PURPOSES } from "./principals";

/** Below this, in the data bucket, lie the offline stores. */
const OFFLINE_PREFIX = "features";

export interface FeatureStoreArgs {
  readonly scope: Scope;
  readonly featureGroups: Team["featureGroups"];
  readonly keyArn: pulumi.Input<string>;
  readonly dataBucketName: pulumi.Input<string>;
  readonly boundaryArn: pulumi.Input<string>;
}

/**
 * What Feature Store needs to keep an offline store, as AWS's own policy grants it, for one prefix of one bucket:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol-feature-store.html
 */
export function featureStorePolicies(scope: Scope): Record<string, Statement[]> {
  const bucket = teamBucketArn(scope, "data");
  const database = "sagemaker_featurestore";
  return {
    "offline-store": [
      allow("WriteOfflineStore", {
        Action: ["s3:PutObject", "s3:PutObjectAcl"],
        Resource: [`${bucket}/${OFFLINE_PREFIX}/*`],
      }),
      allow("CheckBucket", { Action: ["s3:GetBucketAcl"], Resource: [bucket] }),
      allow("ReadManifests", {
        Action: ["s3:GetObject"],
        Resource: [`${bucket}/${OFFLINE_PREFIX}/metadata/*`],
      }),
      allow("KeepTables", {
        Action: ["glue:GetTable", "glue:UpdateTable"],
        Resource: [
          arn(scope, "glue", "catalog"),
          arn(scope, "glue", `database/${database}`),
          arn(scope, "glue", `table/${database}/${tableName(scope, "*")}`),
        ],
      }),
      ...keyPermissions(scope, "UseDataKey", keyAlias(scope, "data"), {
        services: ["s3", "sagemaker"],
        access: "encrypt-and-decrypt",
        grants: true,
      }),
    ],
  };
}

/** The table that Feature Store keeps for a group: its name with underscores, and a number behind it. */
function tableName(scope: Scope, suffix: string): string {
  return physicalName("sagemaker", scope, suffix).replaceAll("-", "_");
}

/** A team's feature groups, their online and offline stores both under the team's key. */
export class FeatureStore extends pulumi.ComponentResource {
  constructor(name: string, args: FeatureStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:FeatureStore", name, {}, opts);
    const { scope } = args;
    const role = new Role(
      `${name}-role`,
      {
        scope,
        purpose: ROLE_PURPOSES.featureStore,
        description: `Keeps the offline feature stores of ${scope.owner}.`,
        trust: [trustService(scope, "sagemaker")],
        boundaryArn: args.boundaryArn,
        policies: featureStorePolicies(scope),
      },
      { parent: this },
    );
    for (const [group, settings] of Object.entries(args.featureGroups)) {
      new sagemaker.FeatureGroup(
        `${name}-${group}`,
        {
          featureGroupName: physicalName("sagemaker", scope, group),
          recordIdentifierFeatureName: settings.recordIdentifier,
          eventTimeFeatureName: settings.eventTime,
          featureDefinitions: Object.entries(settings.features).map(([featureName, featureType]) => ({
            featureName,
            featureType,
          })),
          roleArn: role.roleArn,
          onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: args.keyArn } },
          offlineStoreConfig: {
            s3StorageConfig: {
              s3Uri: pulumi.interpolate`s3://${args.dataBucketName}/${OFFLINE_PREFIX}`,
              kmsKeyId: args.keyArn,
            },
          },
          tags: tagsOf(scope),
        },
        { parent: this, ...retentionOf(scope) },
      );
    }
    this.registerOutputs({});
  }
}
