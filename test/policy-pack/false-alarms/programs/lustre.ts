import * as backup from "@pulumi/aws/backup";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as fsx from "@pulumi/aws/fsx";
import * as vpc from "@pulumi/aws/vpc";
import { interpolate } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const LOGS = "/aws/fsx/lustre";

/** A fast file system for simulations that takes its files from a bucket and puts results back. */
export const lustre: Program = {
  name: "Lustre beside a bucket",
  sources: [
    "https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html",
    "https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html",
    "https://docs.aws.amazon.com/fsx/latest/LustreGuide/create-dra-linked-data-repo.html",
    "https://docs.aws.amazon.com/fsx/latest/LustreGuide/cw-event-logging.html",
    "https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "simulation",
      [company.through("fsx", "simulation"), company.through("s3", "simulation"), company.byLogs(LOGS)],
      options,
    );
    const scenes = privateBucket("scenes", { key: key.arn, users: ["simulation"] }, options);
    const logs = new cloudwatch.LogGroup(
      "lustre",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const group = new ec2.SecurityGroup(
      "lustre",
      { vpcId: company.VPC, description: "Lustre and its clients" },
      options,
    );
    for (const [name, fromPort, toPort] of [
      ["lnet", 988, 988],
      ["servers", 1018, 1023],
    ] as const) {
      const rule = {
        securityGroupId: group.id,
        referencedSecurityGroupId: group.id,
        ipProtocol: "tcp",
        fromPort,
        toPort,
        description: "Lustre between servers and clients",
      };
      new vpc.SecurityGroupIngressRule(name, rule, options);
      new vpc.SecurityGroupEgressRule(name, rule, options);
    }
    const files = new fsx.LustreFileSystem(
      "simulation",
      {
        deploymentType: "PERSISTENT_2",
        storageType: "SSD",
        storageCapacity: 1200,
        perUnitStorageThroughput: 250,
        subnetIds: company.PRIVATE_SUBNETS[0] ?? "",
        securityGroupIds: [group.id],
        kmsKeyId: key.arn,
        dataCompressionType: "LZ4",
        automaticBackupRetentionDays: 30,
        dailyAutomaticBackupStartTime: "03:00",
        copyTagsToBackups: true,
        skipFinalBackup: false,
        rootSquashConfiguration: { rootSquash: "65534:65534" },
        logConfiguration: { destination: interpolate`${logs.arn}:*`, level: "WARN_ERROR" },
        metadataConfiguration: { mode: "AUTOMATIC" },
      },
      { ...options, protect: true },
    );
    new fsx.DataRepositoryAssociation(
      "scenes",
      {
        fileSystemId: files.id,
        dataRepositoryPath: interpolate`s3://${scenes.id}`,
        fileSystemPath: "/scenes",
        batchImportMetaDataOnCreate: true,
        s3: {
          autoImportPolicy: { events: ["NEW", "CHANGED", "DELETED"] },
          autoExportPolicy: { events: ["NEW", "CHANGED"] },
        },
      },
      options,
    );
    new backup.Selection(
      "simulation",
      {
        name: "simulation",
        planId: company.BACKUP_PLAN,
        iamRoleArn: company.arn("iam", `role/${company.BACKUP_ROLE}`, ""),
        resources: [files.arn],
      },
      options,
    );
  },
};
