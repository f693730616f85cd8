import * as iam from "@pulumi/aws/iam";
import * as company from "../foundation";
import type { Program } from "../program";

const ISSUER = "token.actions.githubusercontent.com";
const REPOSITORY = "acme/storefront";
const SERVICE = company.arn("ecs", "service/shop/storefront");

/** Roles that GitHub's workflows take: one that plans a change from a pull request, one that releases a service. */
export const deploymentRoles: Program = {
  name: "roles for GitHub's workflows",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  ],
  run: () => {
    const options = company.inAccount();
    const issuer = new iam.OpenIdConnectProvider(
      "github",
      { url: `https://${ISSUER}`, clientIdLists: ["sts.amazonaws.com"] },
      options,
    );
    const trust = (subject: string) =>
      iam.getPolicyDocumentOutput(
        {
          statements: [
            {
              actions: ["sts:AssumeRoleWithWebIdentity"],
              principals: [{ type: "Federated", identifiers: [issuer.arn] }],
              conditions: [
                { test: "StringEquals", variable: `${ISSUER}:aud`, values: ["sts.amazonaws.com"] },
                {
                  test: "StringEquals",
                  variable: `${ISSUER}:sub`,
                  values: [`repo:${REPOSITORY}:${subject}`],
                },
              ],
            },
          ],
        },
        options,
      ).json;
    const role = (name: string, subject: string, statements: readonly object[]) => {
      const made = new iam.Role(
        name,
        {
          name,
          description: `Taken by workflows of ${REPOSITORY} (${subject})`,
          assumeRolePolicy: trust(subject),
          maxSessionDuration: 3600,
          permissionsBoundary: company.BOUNDARY,
        },
        options,
      );
      const policy = new iam.Policy(name, { name, policy: company.document(...statements) }, options);
      new iam.RolePolicyAttachment(name, { role: made.name, policyArn: policy.arn }, options);
    };

    role("storefront-plan", "pull_request", [
      {
        Sid: "Look",
        Effect: "Allow",
        Action: ["ecs:DescribeServices", "ecr:DescribeImages"],
        Resource: [SERVICE, company.arn("ecr", "repository/storefront")],
      },
      // It has no resource-level permissions.
      { Sid: "LookAtTasks", Effect: "Allow", Action: "ecs:DescribeTaskDefinition", Resource: "*" },
    ]);
    role("storefront-release", "environment:production", [
      { Sid: "SignIn", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
      {
        Sid: "Push",
        Effect: "Allow",
        Action: [
          "ecr:BatchCheckLayerAvailability",
          "ecr:CompleteLayerUpload",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:UploadLayerPart",
        ],
        Resource: company.arn("ecr", "repository/storefront"),
      },
      {
        Sid: "Register",
        Effect: "Allow",
        Action: ["ecs:RegisterTaskDefinition", "ecs:TagResource"],
        Resource: company.arn("ecs", "task-definition/storefront:*"),
      },
      {
        Sid: "Release",
        Effect: "Allow",
        Action: ["ecs:UpdateService", "ecs:DescribeServices"],
        Resource: SERVICE,
      },
      {
        Sid: "HandOnRoles",
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: [
          company.arn("iam", "role/storefront-task", ""),
          company.arn("iam", "role/storefront-execution", ""),
        ],
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      },
    ]);
    // Taken from the account for security, by one role and with an id.
    new iam.Role(
      "auditor",
      {
        name: "auditor",
        maxSessionDuration: 3600,
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { AWS: company.arn("iam", "role/security-audit", "", company.LOG_ACCOUNT) },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": "3f2a7c10-audit" } },
        }),
        managedPolicyArns: ["arn:aws:iam::aws:policy/SecurityAudit"],
      },
      options,
    );
  },
};
