import { the } from "./row";

/** What resources that are added refer to, by what the platform's core has in prod. */
export const ACCOUNT = "888888888888";
export const REGION = "eu-central-1";
export const KEY = the("kms/key:Key", "prod-volumes-key", "arn");
export const VPC = the("ec2/vpc:Vpc", "prod");
export const SUBNETS = ["a", "b", "c"].map((zone) => the("ec2/subnet:Subnet", `prod-private-${zone}`));
export const GROUP = the("ec2/securityGroup:SecurityGroup", "prod-endpoint-interface");
export const LOG_GROUP = the("cloudwatch/logGroup:LogGroup", "prod-dns-queries", "arn");
export const LOG_GROUP_NAME = the("cloudwatch/logGroup:LogGroup", "prod-dns-queries", "name");
export const BUCKET_NAME = "acme-prod-core-access-logs-888888888888";
export const BOUNDARY = the("iam/policy:Policy", "prod-boundary", "arn");
/** A key by its ARN, inside JSON that references cannot reach. */
export const KEY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/0f0f0f0f-1111-4222-8333-444444444444`;
export const DIGEST = `sha256:${"a".repeat(64)}`;
export const IMAGE = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/acme/training@${DIGEST}`;

/** The ARN of something in the account. */
export const arn = (service: string, resource: string, region = REGION, account = ACCOUNT): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/** A policy document as JSON. */
export const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** Lets a service assume a role for the account's resources. */
export const trusting = (service: string): string =>
  policy({
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
  });

/** Protected from deletion, as stores of data are in prod. */
export const PROTECTED = { protect: true } as const;
