import type { ResourceControl } from "../../core";
import { violation } from "../../core";

export const iamNoLongLivedUsers: ResourceControl = {
  name: "iam-no-long-lived-users",
  description:
    "There are no IAM users, access keys or passwords: people sign in through SSO, machines assume roles.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A key that never expires is found in a repository, a laptop or a log years later, and still works.",
  fix: {
    text: "Give people a permission set in IAM Identity Center, and machines a role by OIDC or by their service.",
    code: `new iam.Role("deploy", { assumeRolePolicy: trustOfTheOidcProvider, permissionsBoundary: boundary.arn });`,
  },
  frameworks: {
    cis: ["2.13"],
    nist: ["AC-2", "AC-3", "AC-3(7)", "AC-6", "AC-6(3)"],
    fsbp: ["IAM.2"],
    checkov: ["CKV_AWS_40", "CKV_AWS_273", "CKV_AWS_348"],
  },
  kind: "resource",
  types: [
    "aws:iam/user:User",
    "aws:iam/accessKey:AccessKey",
    "aws:iam/userLoginProfile:UserLoginProfile",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/userGroupMembership:UserGroupMembership",
    "aws:iam/groupMembership:GroupMembership",
    "aws:iam/userPoliciesExclusive:UserPoliciesExclusive",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
    "aws:iam/sshKey:SshKey",
    "aws:iam/signingCertificate:SigningCertificate",
  ],
  check: (subject) => [
    violation(
      subject,
      "",
      `a ${subject.type.split(":").at(-1) ?? subject.type}`,
      "SSO for people, roles for machines",
    ),
  ],
};
