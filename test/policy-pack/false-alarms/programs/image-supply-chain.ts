import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as codebuild from "@pulumi/aws/codebuild";
import * as ec2 from "@pulumi/aws/ec2";
import * as ecr from "@pulumi/aws/ecr";
import * as iam from "@pulumi/aws/iam";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const GROUP = "/codebuild/training-image";

/** Images built inside the VPC, scanned, and never overwritten. */
export const imageSupplyChain: Program = {
  name: "a registry and the project that builds its images",
  sources: [
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
    "https://docs.aws.amazon.com/codebuild/latest/userguide/vpc-support.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "images",
      [company.byLogs(GROUP), company.through("s3", "image-build"), company.through("ecr", "image-build")],
      options,
    );
    const repository = new ecr.Repository(
      "training",
      {
        name: "training",
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
      },
      options,
    );
    new ecr.LifecyclePolicy(
      "training",
      {
        repository: repository.name,
        policy: JSON.stringify({
          rules: [
            {
              rulePriority: 1,
              description: "Forget images without a tag",
              selection: {
                tagStatus: "untagged",
                countType: "sinceImagePushed",
                countUnit: "days",
                countNumber: 14,
              },
              action: { type: "expire" },
            },
          ],
        }),
      },
      options,
    );
    new ecr.RepositoryPolicy(
      "training",
      {
        repository: repository.name,
        policy: company.document({
          Sid: "PullWithinTheOrganization",
          Effect: "Allow",
          Principal: "*",
          Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          Condition: { StringEquals: { "aws:PrincipalOrgID": company.ORGANIZATION } },
        }),
      },
      options,
    );

    const sources = privateBucket("image-sources", { key: key.arn, users: ["image-build"] }, options);
    const logs = new cloudwatch.LogGroup(
      "build",
      { name: GROUP, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );
    const role = new iam.Role(
      "build",
      {
        name: "image-build",
        assumeRolePolicy: company.trusting("codebuild.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    const pushes = [
      "BatchCheckLayerAvailability",
      "CompleteLayerUpload",
      "InitiateLayerUpload",
      "PutImage",
      "UploadLayerPart",
    ];
    new iam.RolePolicy(
      "build",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: pushes.map((action) => `ecr:${action}`), Resource: repository.arn },
            { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: interpolate`${logs.arn}:*`,
            },
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:GetObjectVersion"],
              Resource: interpolate`${sources.arn}/*`,
            },
          ],
        }),
      },
      options,
    );
    const group = new ec2.SecurityGroup(
      "build",
      {
        vpcId: company.VPC,
        description: "Builds of the training image",
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
    new codebuild.Project(
      "training-image",
      {
        serviceRole: role.arn,
        encryptionKey: key.arn,
        artifacts: { type: "NO_ARTIFACTS" },
        source: { type: "S3", location: interpolate`${sources.bucket}/training/source.zip` },
        environment: {
          type: "LINUX_CONTAINER",
          computeType: "BUILD_GENERAL1_MEDIUM",
          image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
          imagePullCredentialsType: "CODEBUILD",
          privilegedMode: false,
        },
        logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: logs.name } },
        vpcConfig: { vpcId: company.VPC, subnets: company.PRIVATE_SUBNETS, securityGroupIds: [group.id] },
      },
      options,
    );
  },
};
