import * as identitystore from "@pulumi/aws/identitystore";
import * as ssoadmin from "@pulumi/aws/ssoadmin";
import * as company from "../foundation";
import type { Program } from "../program";

const INSTANCE = "arn:aws:sso:::instance/ssoins-7223abcd1234ef56";
const DIRECTORY = "d-9967a1b2c3";

/** People sign in through IAM Identity Center, each group with a permission set for an account. */
export const signIn: Program = {
  name: "permission sets of IAM Identity Center",
  sources: [
    "https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html",
    "https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html",
    "https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  run: () => {
    const options = company.inAccount(company.MANAGEMENT_ACCOUNT);
    const set = (name: string, description: string) =>
      new ssoadmin.PermissionSet(
        name,
        { instanceArn: INSTANCE, name, description, sessionDuration: "PT1H" },
        options,
      );
    const group = (displayName: string) =>
      new identitystore.Group(displayName, { identityStoreId: DIRECTORY, displayName }, options);
    const assign = (name: string, permissions: ssoadmin.PermissionSet, to: identitystore.Group) =>
      new ssoadmin.AccountAssignment(
        name,
        {
          instanceArn: INSTANCE,
          permissionSetArn: permissions.arn,
          principalType: "GROUP",
          principalId: to.groupId,
          targetType: "AWS_ACCOUNT",
          targetId: company.ACCOUNT,
        },
        options,
      );

    const auditors = set("Auditors", "Settings of every service, and no data");
    new ssoadmin.ManagedPolicyAttachment(
      "auditors",
      {
        instanceArn: INSTANCE,
        permissionSetArn: auditors.arn,
        managedPolicyArn: "arn:aws:iam::aws:policy/SecurityAudit",
      },
      options,
    );
    assign("auditors", auditors, group("auditors"));

    const finance = set("Finance", "Bills and budgets");
    new ssoadmin.ManagedPolicyAttachment(
      "finance",
      {
        instanceArn: INSTANCE,
        permissionSetArn: finance.arn,
        managedPolicyArn: "arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess",
      },
      options,
    );
    assign("finance", finance, group("finance"));

    const operators = set("Operators", "Restarts services, and opens cases with AWS");
    new ssoadmin.PermissionSetInlinePolicy(
      "operators",
      {
        instanceArn: INSTANCE,
        permissionSetArn: operators.arn,
        inlinePolicy: company.document(
          {
            Sid: "RestartServices",
            Effect: "Allow",
            Action: ["ecs:UpdateService", "ecs:DescribeServices"],
            Resource: company.arn("ecs", "service/shop/*"),
          },
          {
            Sid: "OnlyFromTheOffice",
            Effect: "Deny",
            Action: "*",
            Resource: "*",
            Condition: {
              NotIpAddress: { "aws:SourceIp": ["198.51.100.0/24"] },
              Bool: { "aws:ViaAWSService": "false" },
            },
          },
        ),
      },
      options,
    );
    new ssoadmin.ManagedPolicyAttachment(
      "operators",
      {
        instanceArn: INSTANCE,
        permissionSetArn: operators.arn,
        managedPolicyArn: "arn:aws:iam::aws:policy/AWSSupportAccess",
      },
      options,
    );
    new ssoadmin.PermissionsBoundaryAttachment(
      "operators",
      {
        instanceArn: INSTANCE,
        permissionSetArn: operators.arn,
        permissionsBoundary: {
          customerManagedPolicyReference: { name: "acme-prod-core-permissions-boundary", path: "/" },
        },
      },
      options,
    );
    assign("operators", operators, group("operators"));
    new ssoadmin.InstanceAccessControlAttributes(
      "attributes",
      {
        instanceArn: INSTANCE,
        attributes: [{ key: "Team", values: [{ sources: ["${path:enterprise.department}"] }] }],
      },
      options,
    );
  },
};
