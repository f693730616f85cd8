import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as imagebuilder from "@pulumi/aws/imagebuilder";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const LOGS = "/aws/imagebuilder/base";

/** A hardened base image, built each week on a machine in a private subnet and kept in the company's accounts. */
export const imageBuilder: Program = {
  name: "a base image by Image Builder",
  sources: [
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html",
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/cross-account-dist.html",
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-builder-setting-up.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "images",
      [
        company.through("ec2", "image-building"),
        company.through("s3", "image-building"),
        company.byLogs(LOGS),
        ...company.byAutoScaling(),
      ],
      options,
    );
    new ebs.EncryptionByDefault("account", { enabled: true }, options);
    new ebs.DefaultKmsKey("account", { keyArn: key.arn }, options);
    new ec2.ImageBlockPublicAccess("account", { state: "block-new-sharing" }, options);
    new ebs.SnapshotBlockPublicAccess("account", { state: "block-all-sharing" }, options);
    new cloudwatch.LogGroup(
      "base",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const bucket = privateBucket("image-logs", { key: key.arn, users: ["image-building"] }, options);
    const role = new iam.Role(
      "building",
      {
        name: "image-building",
        assumeRolePolicy: company.trustingMachines(),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    for (const policy of ["AmazonSSMManagedInstanceCore", "EC2InstanceProfileForImageBuilder"])
      new iam.RolePolicyAttachment(
        policy,
        { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policy}` },
        options,
      );
    new iam.RolePolicy(
      "building",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "s3:PutObject", Resource: interpolate`${bucket.arn}/builds/*` },
            { Effect: "Allow", Action: "kms:GenerateDataKey", Resource: key.arn },
          ],
        }),
      },
      options,
    );
    const profile = new iam.InstanceProfile("building", { role: role.name }, options);
    const group = new ec2.SecurityGroup(
      "building",
      {
        vpcId: company.VPC,
        description: "Machines that images are built on",
        egress: [
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
    const infrastructure = new imagebuilder.InfrastructureConfiguration(
      "base",
      {
        name: "base",
        instanceProfileName: profile.name,
        instanceTypes: ["m6i.large"],
        subnetId: company.PRIVATE_SUBNETS[0] ?? "",
        securityGroupIds: [group.id],
        terminateInstanceOnFailure: true,
        instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        logging: { s3Logs: { s3BucketName: bucket.id, s3KeyPrefix: "builds" } },
        snsTopicArn: company.arn("sns", "operations"),
        resourceTags: company.TAGS,
      },
      options,
    );
    const hardening = new imagebuilder.Component(
      "hardening",
      {
        name: "hardening",
        platform: "Linux",
        version: "1.2.0",
        kmsKeyId: key.arn,
        data: JSON.stringify({
          name: "hardening",
          schemaVersion: 1.0,
          phases: [
            {
              name: "build",
              steps: [
                {
                  name: "NoRootLogin",
                  action: "ExecuteBash",
                  inputs: { commands: ["passwd --lock root", "systemctl disable --now sshd"] },
                },
              ],
            },
          ],
        }),
      },
      options,
    );
    const recipe = new imagebuilder.ImageRecipe(
      "base",
      {
        name: "base",
        version: "1.2.0",
        parentImage: `arn:aws:imagebuilder:${company.REGION}:aws:image/amazon-linux-2023-x86/x.x.x`,
        components: [
          { componentArn: hardening.arn },
          {
            componentArn: `arn:aws:imagebuilder:${company.REGION}:aws:component/stig-build-linux-high/x.x.x`,
          },
        ],
        blockDeviceMappings: [
          {
            deviceName: "/dev/xvda",
            ebs: {
              encrypted: "true",
              kmsKeyId: key.arn,
              volumeSize: 20,
              volumeType: "gp3",
              deleteOnTermination: "true",
            },
          },
        ],
        systemsManagerAgent: { uninstallAfterBuild: false },
      },
      options,
    );
    const distribution = new imagebuilder.DistributionConfiguration(
      "base",
      {
        name: "base",
        distributions: [
          {
            region: company.REGION,
            amiDistributionConfiguration: {
              name: "base-{{ imagebuilder:buildDate }}",
              kmsKeyId: key.arn,
              amiTags: company.TAGS,
              launchPermission: { userIds: ["999999999999"] },
            },
          },
        ],
      },
      options,
    );
    new imagebuilder.ImagePipeline(
      "base",
      {
        name: "base",
        imageRecipeArn: recipe.arn,
        infrastructureConfigurationArn: infrastructure.arn,
        distributionConfigurationArn: distribution.arn,
        enhancedImageMetadataEnabled: true,
        imageScanningConfiguration: { imageScanningEnabled: true },
        imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 60 },
        schedule: {
          scheduleExpression: "cron(0 4 ? * SUN *)",
          pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
        },
      },
      options,
    );
  },
};
