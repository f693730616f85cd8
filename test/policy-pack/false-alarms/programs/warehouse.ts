import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as redshift from "@pulumi/aws/redshift";
import * as pulumi from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** A warehouse in the VPC that loads from one bucket, with its password in Secrets Manager and its audit log in a bucket. */
export const warehouse: Program = {
  name: "a Redshift warehouse that loads from a bucket",
  sources: [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html",
    "https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html",
    "https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html",
    "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
    "https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "sales",
      [
        company.through("redshift", "operators"),
        company.through("s3", "sales-loading"),
        company.through("secretsmanager", "operators"),
      ],
      options,
    );
    const staged = privateBucket("sales-staged", { key: key.arn, users: ["sales-loading"] }, options);
    const loading = new iam.Role(
      "loading",
      {
        name: "sales-loading",
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "redshift.amazonaws.com" },
              Action: "sts:AssumeRole",
              Condition: {
                StringEquals: { "aws:SourceAccount": company.ACCOUNT },
                ArnLike: { "aws:SourceArn": company.arn("redshift", "cluster:sales") },
              },
            },
          ],
        },
      },
      options,
    );
    new iam.RolePolicy(
      "loading",
      {
        role: loading,
        policy: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: [pulumi.interpolate`${staged.arn}/*`] },
            { Effect: "Allow", Action: ["s3:ListBucket", "s3:GetBucketLocation"], Resource: [staged.arn] },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: [key.arn] },
          ],
        },
      },
      options,
    );
    const group = new ec2.SecurityGroup(
      "sales",
      {
        vpcId: company.VPC,
        description: "The sales warehouse",
        ingress: [
          {
            description: "SQL from the reporting subnets",
            protocol: "tcp",
            fromPort: 5439,
            toPort: 5439,
            cidrBlocks: ["10.20.48.0/20"],
          },
        ],
      },
      options,
    );
    const subnets = new redshift.SubnetGroup("sales", { subnetIds: company.PRIVATE_SUBNETS }, options);
    const parameters = new redshift.ParameterGroup(
      "sales",
      {
        family: "redshift-2.0",
        parameters: [
          { name: "require_ssl", value: "true" },
          { name: "enable_user_activity_logging", value: "true" },
        ],
      },
      options,
    );
    const cluster = new redshift.Cluster(
      "sales",
      {
        clusterIdentifier: "sales",
        nodeType: "ra3.large",
        numberOfNodes: 2,
        clusterType: "multi-node",
        databaseName: "sales",
        masterUsername: "owner",
        manageMasterPassword: true,
        masterPasswordSecretKmsKeyId: key.arn,
        encrypted: "true",
        kmsKeyId: key.arn,
        enhancedVpcRouting: true,
        publiclyAccessible: false,
        clusterSubnetGroupName: subnets.name,
        clusterParameterGroupName: parameters.name,
        vpcSecurityGroupIds: [group.id],
        automatedSnapshotRetentionPeriod: 35,
        finalSnapshotIdentifier: "sales-final",
        skipFinalSnapshot: false,
        multiAz: false,
        availabilityZoneRelocationEnabled: true,
        allowVersionUpgrade: true,
      },
      { ...options, protect: true },
    );
    new redshift.ClusterIamRoles(
      "sales",
      { clusterIdentifier: cluster.id, iamRoleArns: [loading.arn], defaultIamRoleArn: loading.arn },
      options,
    );
    new redshift.Logging(
      "sales",
      {
        clusterIdentifier: cluster.id,
        logDestinationType: "cloudwatch",
        logExports: ["connectionlog", "useractivitylog", "userlog"],
      },
      options,
    );
  },
};
