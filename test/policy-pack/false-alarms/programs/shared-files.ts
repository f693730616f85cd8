import * as backup from "@pulumi/aws/backup";
import * as ec2 from "@pulumi/aws/ec2";
import * as efs from "@pulumi/aws/efs";
import { jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

/** A file system that two roles mount through access points of their own, over TLS. */
export const sharedFiles: Program = {
  name: "a shared file system with access points",
  sources: [
    "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html",
    "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html",
    "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
    "https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key("files", [company.through("elasticfilesystem", "annotation")], options);
    const group = new ec2.SecurityGroup(
      "files",
      {
        vpcId: company.VPC,
        description: "Mount targets",
        ingress: [
          {
            protocol: "tcp",
            fromPort: 2049,
            toPort: 2049,
            securityGroups: ["sg-0fedcba9876543210"],
            description: "NFS from the tasks",
          },
        ],
      },
      options,
    );
    const files = new efs.FileSystem(
      "files",
      {
        encrypted: true,
        kmsKeyId: key.arn,
        throughputMode: "elastic",
        lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS" }],
        protection: { replicationOverwrite: "ENABLED" },
      },
      { ...options, protect: true },
    );
    for (const [i, subnetId] of company.PRIVATE_SUBNETS.entries())
      new efs.MountTarget(
        `files-${i}`,
        { fileSystemId: files.id, subnetId, securityGroups: [group.id] },
        options,
      );
    const points = Object.fromEntries(
      ["annotation", "review"].map((name, i) => [
        name,
        new efs.AccessPoint(
          name,
          {
            fileSystemId: files.id,
            posixUser: { uid: 1001 + i, gid: 1001 },
            rootDirectory: {
              path: `/${name}`,
              creationInfo: { ownerUid: 1001 + i, ownerGid: 1001, permissions: "0750" },
            },
          },
          options,
        ),
      ]),
    );
    new efs.FileSystemPolicy(
      "files",
      {
        fileSystemId: files.id,
        bypassPolicyLockoutSafetyCheck: false,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "DenyPlain",
              Effect: "Deny",
              Principal: { AWS: "*" },
              Action: "*",
              Resource: files.arn,
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            ...Object.entries(points).map(([name, point]) => ({
              Sid: `Mount${name}`,
              Effect: "Allow",
              Principal: { AWS: company.arn("iam", `role/${name}`, "") },
              Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
              Resource: files.arn,
              Condition: {
                Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" },
                StringEquals: { "elasticfilesystem:AccessPointArn": point.arn },
              },
            })),
          ],
        }),
      },
      options,
    );
    new efs.BackupPolicy("files", { fileSystemId: files.id, backupPolicy: { status: "ENABLED" } }, options);
    new backup.Selection(
      "files",
      {
        name: "files",
        planId: company.BACKUP_PLAN,
        iamRoleArn: company.arn("iam", `role/${company.BACKUP_ROLE}`, ""),
        resources: [files.arn],
      },
      options,
    );
  },
};
