import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as emr from "@pulumi/aws/emr";
import * as emrserverless from "@pulumi/aws/emrserverless";
import * as iam from "@pulumi/aws/iam";
import { type CustomResourceOptions, interpolate, jsonStringify, type Output } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** Spark on machines of a private subnet, encrypted throughout, and beside it without machines of one's own. */
export const sparkCluster: Program = {
  name: "Spark on EMR, on machines and serverless",
  sources: [
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html",
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-man-sec-groups.html",
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html",
    "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/security-best-practices.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "spark",
      [
        company.through("s3", "spark"),
        company.through("ec2", "spark-service"),
        company.byLogs("/aws/emr-serverless/spark"),
      ],
      options,
    );
    new ebs.EncryptionByDefault("account", { enabled: true }, options);
    new ebs.DefaultKmsKey("account", { keyArn: key.arn }, options);
    new emr.BlockPublicAccessConfiguration("account", { blockPublicSecurityGroupRules: true }, options);
    const bucket = privateBucket("spark", { key: key.arn, users: ["spark"] }, options);
    const role = workers(bucket.arn, key.arn, options);

    const group = (name: string) =>
      new ec2.SecurityGroup(
        name,
        { vpcId: company.VPC, description: `EMR: ${name}`, revokeRulesOnDelete: true },
        options,
      );
    const [leader, others, service] = [group("leader"), group("workers"), group("service")];
    new ec2.SecurityGroupRule(
      "service-to-leader",
      {
        type: "egress",
        securityGroupId: service.id,
        sourceSecurityGroupId: leader.id,
        protocol: "tcp",
        fromPort: 8443,
        toPort: 8443,
        description: "EMR's service manages the leader",
      },
      options,
    );
    new ec2.SecurityGroupRule(
      "service-from-leader",
      {
        type: "ingress",
        securityGroupId: service.id,
        sourceSecurityGroupId: leader.id,
        protocol: "tcp",
        fromPort: 9443,
        toPort: 9443,
        description: "The leader reports to EMR's service",
      },
      options,
    );

    const security = new emr.SecurityConfiguration(
      "spark",
      {
        configuration: jsonStringify({
          EncryptionConfiguration: {
            EnableAtRestEncryption: true,
            EnableInTransitEncryption: true,
            AtRestEncryptionConfiguration: {
              S3EncryptionConfiguration: { EncryptionMode: "SSE-KMS", AwsKmsKey: key.arn },
              LocalDiskEncryptionConfiguration: {
                EncryptionKeyProviderType: "AwsKms",
                AwsKmsKey: key.arn,
                EnableEbsEncryption: true,
              },
            },
            InTransitEncryptionConfiguration: {
              TLSCertificateConfiguration: {
                CertificateProviderType: "PEM",
                S3Object: interpolate`s3://${bucket.id}/certificates.zip`,
              },
            },
          },
          InstanceMetadataServiceConfiguration: {
            MinimumInstanceMetadataServiceVersion: 2,
            HttpPutResponseHopLimit: 1,
          },
        }),
      },
      options,
    );
    const profile = new iam.InstanceProfile("spark", { role: role.name }, options);
    new emr.Cluster(
      "spark",
      {
        name: "spark",
        releaseLabel: "emr-7.9.0",
        applications: ["Spark"],
        serviceRole: company.arn("iam", "role/spark-service", ""),
        securityConfiguration: security.name,
        logUri: interpolate`s3://${bucket.id}/logs/`,
        logEncryptionKmsKeyId: key.arn,
        terminationProtection: true,
        unhealthyNodeReplacement: true,
        ec2Attributes: {
          subnetId: company.PRIVATE_SUBNETS[0] ?? "",
          instanceProfile: profile.arn,
          emrManagedMasterSecurityGroup: leader.id,
          emrManagedSlaveSecurityGroup: others.id,
          serviceAccessSecurityGroup: service.id,
        },
        masterInstanceGroup: { instanceType: "m6g.xlarge" },
        coreInstanceGroup: {
          instanceType: "m6g.2xlarge",
          instanceCount: 2,
          ebsConfigs: [{ size: 100, type: "gp3", volumesPerInstance: 1 }],
        },
        autoTerminationPolicy: { idleTimeout: 3600 },
      },
      options,
    );

    const logs = new cloudwatch.LogGroup(
      "serverless",
      {
        name: "/aws/emr-serverless/spark",
        kmsKeyId: key.arn,
        retentionInDays: 365,
        deletionProtectionEnabled: true,
      },
      options,
    );
    new emrserverless.Application(
      "spark",
      {
        name: "spark",
        type: "spark",
        releaseLabel: "emr-7.9.0",
        networkConfiguration: { subnetIds: company.PRIVATE_SUBNETS, securityGroupIds: [others.id] },
        maximumCapacity: { cpu: "64 vCPU", memory: "256 GB" },
        autoStopConfiguration: { enabled: true, idleTimeoutMinutes: 15 },
        monitoringConfiguration: {
          cloudwatchLoggingConfiguration: {
            enabled: true,
            logGroupName: logs.name,
            encryptionKeyArn: key.arn,
          },
        },
      },
      options,
    );
  },
};

function workers(bucket: Output<string>, key: Output<string>, options: CustomResourceOptions): iam.Role {
  const role = new iam.Role(
    "spark",
    {
      name: "spark",
      assumeRolePolicy: company.trustingMachines(),
      permissionsBoundary: company.BOUNDARY,
    },
    options,
  );
  new iam.RolePolicy(
    "spark",
    {
      role: role.id,
      policy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
            Resource: interpolate`${bucket}/*`,
          },
          { Effect: "Allow", Action: ["s3:ListBucket"], Resource: bucket },
          { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key },
        ],
      }),
    },
    options,
  );
  return role;
}
