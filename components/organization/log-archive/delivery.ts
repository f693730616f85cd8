import { allow, arn, bucketArn, type Conditions, type Scope, type Statement } from "../../secure";

/**
 * The services that deliver audit logs in their own name, and what they name as the source of a delivery.
 * cloudtrail: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * delivery.logs: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 * config: https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 */
const DELIVERIES = {
  CloudTrail: {
    service: "cloudtrail.amazonaws.com",
    // Trails of this company only: another program's trail has no business in the archive.
    source: (scope: Scope) =>
      arn(scope, "cloudtrail", `trail/${scope.company.name}-*`, { region: "*", account: "*" }),
  },
  FlowLogs: {
    service: "delivery.logs.amazonaws.com",
    source: (scope: Scope) => arn(scope, "logs", "*", { region: "*", account: "*" }),
  },
  Configuration: {
    service: "config.amazonaws.com",
    source: (scope: Scope) => arn(scope, "config", "*", { region: "*", account: "*" }),
  },
} as const;

/**
 * On behalf of whom a service may deliver: any account of the organization. No account is listed, so that a new
 * account or team changes nothing here.
 */
function onBehalfOfOrganization(scope: Scope, source: string): Conditions {
  return {
    StringEquals: { "aws:SourceOrgID": scope.company.organization.id },
    ArnLike: { "aws:SourceArn": source },
  };
}

/** Lets the delivering services, and nobody else, add to the archive's bucket. */
export function bucketDeliveryStatements(scope: Scope, bucketName: string): Statement[] {
  const bucket = bucketArn(scope, bucketName);
  return Object.entries(DELIVERIES).flatMap(([name, { service, source }]) => {
    const conditions = onBehalfOfOrganization(scope, source(scope));
    return [
      allow(`Allow${name}Check`, {
        Principal: { Service: service },
        Action: ["s3:GetBucketAcl", "s3:ListBucket"],
        Resource: [bucket],
        Condition: conditions,
      }),
      allow(`Allow${name}Delivery`, {
        Principal: { Service: service },
        Action: ["s3:PutObject"],
        Resource: [`${bucket}/*`],
        Condition: {
          ...conditions,
          StringEquals: { ...conditions["StringEquals"], "s3:x-amz-acl": "bucket-owner-full-control" },
        },
      }),
    ];
  });
}

/** Lets the delivering services encrypt with the archive's key. */
export function keyDeliveryStatements(scope: Scope): Statement[] {
  return Object.entries(DELIVERIES).map(([name, { service, source }]) =>
    allow(`Allow${name}`, {
      Principal: { Service: service },
      // Decrypt: with bucket keys, a service reads back the bucket's data key.
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      Resource: ["*"],
      Condition: onBehalfOfOrganization(scope, source(scope)),
    }),
  );
}
