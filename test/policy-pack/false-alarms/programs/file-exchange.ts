import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as transfer from "@pulumi/aws/transfer";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const LOGS = "/aws/transfer/partners";

/** SFTP inside the VPC, where a partner who comes by a private line sees a folder of one bucket. */
export const fileExchange: Program = {
  name: "SFTP inside the VPC",
  sources: [
    "https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html",
    "https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html",
    "https://docs.aws.amazon.com/transfer/latest/userguide/requirements-roles.html",
    "https://docs.aws.amazon.com/transfer/latest/userguide/users-policies-session.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "partners",
      [company.through("s3", "partner-files"), company.byLogs(LOGS)],
      options,
    );
    const bucket = privateBucket("partner-files", { key: key.arn, users: ["partner-files"] }, options);
    const logs = new cloudwatch.LogGroup(
      "partners",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const trust = company.document({
      Effect: "Allow",
      Principal: { Service: "transfer.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": company.ACCOUNT },
        ArnLike: { "aws:SourceArn": company.arn("transfer", "*") },
      },
    });
    const role = new iam.Role(
      "partner-files",
      { name: "partner-files", assumeRolePolicy: trust, permissionsBoundary: company.BOUNDARY },
      options,
    );
    new iam.RolePolicy(
      "partner-files",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "ListTheFolder",
              Effect: "Allow",
              Action: ["s3:ListBucket", "s3:GetBucketLocation"],
              Resource: bucket.arn,
              Condition: { StringLike: { "s3:prefix": ["carrier", "carrier/*"] } },
            },
            {
              Sid: "UseTheFolder",
              Effect: "Allow",
              Action: ["s3:PutObject", "s3:GetObject", "s3:GetObjectVersion"],
              Resource: interpolate`${bucket.arn}/carrier/*`,
            },
            {
              Sid: "UseTheKey",
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:GenerateDataKey"],
              Resource: key.arn,
            },
          ],
        }),
      },
      options,
    );
    const group = new ec2.SecurityGroup(
      "partners",
      {
        vpcId: company.VPC,
        description: "SFTP",
        ingress: [
          {
            protocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrBlocks: ["10.9.8.0/28"],
            description: "The carrier, by its private line",
          },
        ],
      },
      options,
    );
    const server = new transfer.Server(
      "partners",
      {
        protocols: ["SFTP"],
        domain: "S3",
        endpointType: "VPC",
        endpointDetails: {
          vpcId: company.VPC,
          subnetIds: company.PRIVATE_SUBNETS.slice(0, 2),
          securityGroupIds: [group.id],
        },
        identityProviderType: "SERVICE_MANAGED",
        securityPolicyName: "TransferSecurityPolicy-2024-01",
        structuredLogDestinations: [interpolate`${logs.arn}:*`],
      },
      options,
    );
    const user = new transfer.User(
      "carrier",
      {
        serverId: server.id,
        userName: "carrier",
        role: role.arn,
        homeDirectoryType: "LOGICAL",
        homeDirectoryMappings: [{ entry: "/", target: interpolate`/${bucket.id}/carrier` }],
      },
      options,
    );
    new transfer.SshKey(
      "carrier",
      {
        serverId: server.id,
        userName: user.userName,
        body: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGEu4cC3x8wZ5Cq9pYw3p3m8w7yq2H2b1c4kK6bJ0vQe",
      },
      options,
    );
    new cloudwatch.LogMetricFilter(
      "refused",
      {
        logGroupName: logs.name,
        pattern: '{ $.activity-type = "AUTH_FAILURE" }',
        metricTransformation: { namespace: "Partners", name: "Refused", value: "1" },
      },
      options,
    );
  },
};
