import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as sagemaker from "@pulumi/aws/sagemaker";
import * as vpc from "@pulumi/aws/vpc";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** SageMaker Studio without the internet, for people who sign in through the company's directory. */
export const studio: Program = {
  name: "SageMaker Studio in the VPC only",
  sources: [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/onboard-sso-users.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-idle-shutdown.html",
  ],
  run: () => {
    const options = company.inAccount(company.ACCOUNT, { DataClassification: "internal" });
    const key = company.key(
      "studio",
      [
        company.through("sagemaker", "studio"),
        company.through("elasticfilesystem", "studio"),
        company.through("s3", "studio"),
      ],
      options,
    );
    const notebooks = privateBucket("studio-notebooks", { key: key.arn, users: ["studio"] }, options);
    const group = new ec2.SecurityGroup(
      "studio",
      { vpcId: company.VPC, description: "Applications of Studio" },
      options,
    );
    const within = { securityGroupId: group.id, referencedSecurityGroupId: group.id, ipProtocol: "tcp" };
    // JupyterLab and its kernels speak with each other, and with the home directories.
    for (const [name, fromPort, toPort] of [
      ["kernels", 8192, 65535],
      ["homes", 2049, 2049],
    ] as const) {
      const rule = { ...within, fromPort, toPort, description: `Within Studio: ${name}` };
      new vpc.SecurityGroupIngressRule(name, rule, options);
      new vpc.SecurityGroupEgressRule(name, rule, options);
    }
    new vpc.SecurityGroupEgressRule(
      "studio-endpoints",
      {
        ...within,
        referencedSecurityGroupId: company.ENDPOINTS_GROUP,
        fromPort: 443,
        toPort: 443,
        description: "HTTPS to the interface endpoints",
      },
      options,
    );

    const role = new iam.Role(
      "studio",
      {
        name: "studio",
        assumeRolePolicy: company.trusting("sagemaker.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "studio",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:PutObject"],
              Resource: interpolate`${notebooks.arn}/*`,
            },
            { Effect: "Allow", Action: "s3:ListBucket", Resource: notebooks.arn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
          ],
        }),
      },
      options,
    );
    const domain = new sagemaker.Domain(
      "studio",
      {
        domainName: "recommendations",
        authMode: "SSO",
        appNetworkAccessType: "VpcOnly",
        vpcId: company.VPC,
        subnetIds: company.PRIVATE_SUBNETS,
        kmsKeyId: key.arn,
        tagPropagation: "ENABLED",
        domainSettings: {
          executionRoleIdentityConfig: "USER_PROFILE_NAME",
          securityGroupIds: [group.id],
          dockerSettings: { enableDockerAccess: "DISABLED" },
        },
        defaultUserSettings: {
          executionRole: role.arn,
          securityGroups: [group.id],
          sharingSettings: { notebookOutputOption: "Disabled" },
          jupyterLabAppSettings: {
            appLifecycleManagement: {
              idleSettings: { lifecycleManagement: "ENABLED", idleTimeoutInMinutes: 60 },
            },
          },
        },
        retentionPolicy: { homeEfsFileSystem: "Retain" },
      },
      { ...options, protect: true },
    );
    new sagemaker.UserProfile(
      "analyst",
      {
        domainId: domain.id,
        userProfileName: "analyst",
        singleSignOnUserIdentifier: "UserName",
        singleSignOnUserValue: "analyst",
        userSettings: { executionRole: role.arn, securityGroups: [group.id] },
      },
      options,
    );
  },
};
