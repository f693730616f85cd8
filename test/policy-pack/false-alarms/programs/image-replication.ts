import * as ecr from "@pulumi/aws/ecr";
import * as company from "../foundation";
import type { Program } from "../program";

/** A registry whose images are scanned, signed, expire, and are copied to another region and account of the company. */
export const imageReplication: Program = {
  name: "a registry, copied to another region and account",
  sources: [
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions-examples.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-enhanced.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html",
  ],
  run: () => {
    const here = company.inAccount();
    const there = company.inAccount("999999999999");
    const key = company.key("registry", [company.through("ecr", "release")], here);
    const repositories = ["storefront", "checkout"].map((name) => {
      const repository = new ecr.Repository(
        name,
        {
          name: `shop/${name}`,
          imageTagMutability: "IMMUTABLE",
          imageScanningConfiguration: { scanOnPush: true },
          encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
        },
        { ...here, protect: true },
      );
      new ecr.LifecyclePolicy(
        name,
        {
          repository: repository.name,
          policy: {
            rules: [
              {
                rulePriority: 1,
                description: "Untagged images go after two weeks",
                selection: {
                  tagStatus: "untagged",
                  countType: "sinceImagePushed",
                  countUnit: "days",
                  countNumber: 14,
                },
                action: { type: "expire" },
              },
              {
                rulePriority: 2,
                description: "The last fifty releases are kept",
                selection: {
                  tagStatus: "tagged",
                  tagPrefixList: ["v"],
                  countType: "imageCountMoreThan",
                  countNumber: 50,
                },
                action: { type: "expire" },
              },
            ],
          },
        },
        here,
      );
      new ecr.RepositoryPolicy(
        name,
        {
          repository: repository.name,
          policy: company.document({
            Sid: "OrganizationPulls",
            Effect: "Allow",
            Principal: "*",
            Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Condition: { StringEquals: { "aws:PrincipalOrgID": company.ORGANIZATION } },
          }),
        },
        here,
      );
      return repository;
    });
    new ecr.RegistryScanningConfiguration(
      "registry",
      {
        scanType: "ENHANCED",
        rules: [
          { scanFrequency: "CONTINUOUS_SCAN", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] },
        ],
      },
      here,
    );
    new ecr.ReplicationConfiguration(
      "registry",
      {
        replicationConfiguration: {
          rules: [
            {
              destinations: [
                { region: "eu-west-1", registryId: company.ACCOUNT },
                { region: company.REGION, registryId: "999999999999" },
              ],
              repositoryFilters: [{ filter: "shop/", filterType: "PREFIX_MATCH" }],
            },
          ],
        },
      },
      { ...here, dependsOn: repositories },
    );
    new ecr.RegistryPolicy(
      "copies",
      {
        policy: company.document({
          Sid: "TakeCopies",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${company.ACCOUNT}:root` },
          Action: ["ecr:CreateRepository", "ecr:ReplicateImage"],
          Resource: company.arn("ecr", "repository/shop/*", company.REGION, "999999999999"),
        }),
      },
      there,
    );
    const copyKey = company.key(
      "copies",
      [
        {
          ...company.through("ecr", "release"),
          Principal: { AWS: company.arn("iam", "role/release", "", "999999999999") },
        },
      ],
      there,
      "999999999999",
    );
    new ecr.RepositoryCreationTemplate(
      "copies",
      {
        prefix: "shop",
        appliedFors: ["REPLICATION"],
        imageTagMutability: "IMMUTABLE",
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: copyKey.arn }],
        customRoleArn: company.arn("iam", "role/ecr-creation", "", "999999999999"),
        resourceTags: company.TAGS,
        lifecyclePolicy: JSON.stringify({
          rules: [
            {
              rulePriority: 1,
              selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 },
              action: { type: "expire" },
            },
          ],
        }),
      },
      there,
    );
  },
};
