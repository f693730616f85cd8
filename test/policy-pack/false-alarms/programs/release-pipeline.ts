import * as codeartifact from "@pulumi/aws/codeartifact";
import * as codepipeline from "@pulumi/aws/codepipeline";
import * as codestarconnections from "@pulumi/aws/codestarconnections";
import * as iam from "@pulumi/aws/iam";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const PROJECT = "training-image";

/** A pipeline from a repository to an image, with artifacts under the team's key. */
export const releasePipeline: Program = {
  name: "a pipeline that releases an image",
  sources: [
    "https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html",
    "https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html",
  ],
  run: () => {
    const options = company.inAccount(company.ACCOUNT, { DataClassification: "internal" });
    const key = company.key(
      "release",
      [company.through("s3", "release"), company.through("codeartifact", "release")],
      options,
    );
    const artifacts = privateBucket("release-artifacts", { key: key.arn, users: ["release"] }, options);
    const packages = new codeartifact.Domain(
      "acme",
      { domain: "acme", encryptionKey: key.arn },
      { ...options, protect: true },
    );
    new codeartifact.Repository("ml", { repository: "ml", domain: packages.domain }, options);
    const source = new codestarconnections.Connection(
      "github",
      { name: "github", providerType: "GitHub" },
      options,
    );
    const role = new iam.Role(
      "release",
      {
        name: "release",
        assumeRolePolicy: company.trusting("codepipeline.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "release",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
              Resource: interpolate`${artifacts.arn}/*`,
            },
            { Effect: "Allow", Action: ["s3:GetBucketVersioning", "s3:ListBucket"], Resource: artifacts.arn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
            {
              Effect: "Allow",
              Action: ["codebuild:StartBuild", "codebuild:BatchGetBuilds"],
              Resource: company.arn("codebuild", `project/${PROJECT}`),
            },
            { Effect: "Allow", Action: "codestar-connections:UseConnection", Resource: source.arn },
          ],
        }),
      },
      options,
    );
    new codepipeline.Pipeline(
      "release",
      {
        name: "release",
        pipelineType: "V2",
        roleArn: role.arn,
        artifactStores: [
          { type: "S3", location: artifacts.bucket, encryptionKey: { id: key.arn, type: "KMS" } },
        ],
        stages: [
          {
            name: "Source",
            actions: [
              {
                name: "Source",
                category: "Source",
                owner: "AWS",
                provider: "CodeStarSourceConnection",
                version: "1",
                outputArtifacts: ["source"],
                configuration: {
                  ConnectionArn: source.arn,
                  FullRepositoryId: "acme/training",
                  BranchName: "main",
                },
              },
            ],
          },
          {
            name: "Build",
            actions: [
              {
                name: "Build",
                category: "Build",
                owner: "AWS",
                provider: "CodeBuild",
                version: "1",
                inputArtifacts: ["source"],
                configuration: { ProjectName: PROJECT },
              },
            ],
          },
        ],
      },
      options,
    );
  },
};
