import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as dms from "@pulumi/aws/dms";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const PASSWORD = company.arn("secretsmanager", "secret:prod/legacy-orders-Ab12Cd");

/** Changes of a database on the company's own premises, copied to a bucket by DMS. */
export const migration: Program = {
  name: "a database copied to a bucket by DMS",
  sources: [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_BestPractices.html",
    "https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html",
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html",
    "https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "migration",
      [
        company.through("dms", "operators"),
        company.through("s3", "migration"),
        company.through("secretsmanager", "migration"),
        company.byLogs("dms-tasks-migration"),
      ],
      options,
    );
    const landing = privateBucket("orders-landing", { key: key.arn, users: ["migration"] }, options);
    new cloudwatch.LogGroup(
      "migration",
      {
        name: "dms-tasks-migration",
        kmsKeyId: key.arn,
        retentionInDays: 365,
        deletionProtectionEnabled: true,
      },
      options,
    );
    // DMS takes these two by their names.
    for (const [name, policy] of [
      ["dms-vpc-role", "AmazonDMSVPCManagementRole"],
      ["dms-cloudwatch-logs-role", "AmazonDMSCloudWatchLogsRole"],
    ] as const) {
      const role = new iam.Role(
        name,
        {
          name,
          assumeRolePolicy: company.trusting("dms.amazonaws.com"),
          permissionsBoundary: company.BOUNDARY,
        },
        options,
      );
      new iam.RolePolicyAttachment(
        name,
        { role: role.name, policyArn: `arn:aws:iam::aws:policy/service-role/${policy}` },
        options,
      );
    }
    const role = new iam.Role(
      "migration",
      {
        name: "migration",
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { Service: [`dms.${company.REGION}.amazonaws.com`, "dms.amazonaws.com"] },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": company.ACCOUNT } },
        }),
      },
      options,
    );
    new iam.RolePolicy(
      "migration",
      {
        role: role.name,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: PASSWORD },
            {
              Effect: "Allow",
              Action: ["s3:PutObject", "s3:DeleteObject", "s3:PutObjectTagging"],
              Resource: pulumi.interpolate`${landing.arn}/*`,
            },
            { Effect: "Allow", Action: "s3:ListBucket", Resource: landing.arn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
          ],
        }),
      },
      options,
    );

    const group = new ec2.SecurityGroup(
      "migration",
      {
        vpcId: company.VPC,
        description: "The replication instance",
        egress: [
          {
            protocol: "tcp",
            fromPort: 1433,
            toPort: 1433,
            cidrBlocks: ["10.1.4.10/32"],
            description: "SQL Server on premises",
          },
          {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            securityGroups: [company.ENDPOINTS_GROUP],
            description: "HTTPS to the interface endpoints",
          },
        ],
      },
      options,
    );
    const subnets = new dms.ReplicationSubnetGroup(
      "migration",
      {
        replicationSubnetGroupId: "migration",
        replicationSubnetGroupDescription: "Private subnets",
        subnetIds: company.PRIVATE_SUBNETS,
      },
      options,
    );
    const instance = new dms.ReplicationInstance(
      "migration",
      {
        replicationInstanceId: "migration",
        replicationInstanceClass: "dms.r6i.large",
        engineVersion: "3.6.1",
        allocatedStorage: 100,
        multiAz: true,
        publiclyAccessible: false,
        kmsKeyArn: key.arn,
        autoMinorVersionUpgrade: true,
        replicationSubnetGroupId: subnets.id,
        vpcSecurityGroupIds: [group.id],
      },
      options,
    );
    const source = new dms.Endpoint(
      "legacy",
      {
        endpointId: "legacy",
        endpointType: "source",
        engineName: "sqlserver",
        databaseName: "orders",
        kmsKeyArn: key.arn,
        sslMode: "verify-full",
        certificateArn: company.arn("dms", "cert:ONPREMISESAUTHORITY"),
        secretsManagerArn: PASSWORD,
        secretsManagerAccessRoleArn: role.arn,
      },
      options,
    );
    const target = new dms.S3Endpoint(
      "landing",
      {
        endpointId: "landing",
        endpointType: "target",
        bucketName: landing.id,
        serviceAccessRoleArn: role.arn,
        encryptionMode: "SSE_KMS",
        serverSideEncryptionKmsKeyId: key.arn,
        dataFormat: "parquet",
        sslMode: "none",
        timestampColumnName: "changed_at",
      },
      options,
    );
    new dms.ReplicationTask(
      "orders",
      {
        replicationTaskId: "orders",
        migrationType: "full-load-and-cdc",
        replicationInstanceArn: instance.replicationInstanceArn,
        sourceEndpointArn: source.endpointArn,
        targetEndpointArn: target.endpointArn,
        tableMappings: JSON.stringify({
          rules: [
            {
              "rule-type": "selection",
              "rule-id": "1",
              "rule-name": "orders",
              "object-locator": { "schema-name": "dbo", "table-name": "Orders%" },
              "rule-action": "include",
            },
          ],
        }),
        replicationTaskSettings: JSON.stringify({
          Logging: {
            EnableLogging: true,
            LogComponents: [
              { Id: "SOURCE_CAPTURE", Severity: "LOGGER_SEVERITY_DEFAULT" },
              { Id: "SOURCE_UNLOAD", Severity: "LOGGER_SEVERITY_DEFAULT" },
              { Id: "TARGET_APPLY", Severity: "LOGGER_SEVERITY_DEFAULT" },
              { Id: "TARGET_LOAD", Severity: "LOGGER_SEVERITY_DEFAULT" },
            ],
          },
          ValidationSettings: { EnableValidation: true },
        }),
      },
      options,
    );
  },
};
