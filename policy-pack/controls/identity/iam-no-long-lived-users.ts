import type { ResourceControl, Subject, Verdict, Violation } from "../../core";
import { deferred, violation } from "../../core";

const ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";

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
    "aws:lightsail/bucketAccessKey:BucketAccessKey",
    ATTACHMENT,
  ],
  check: (subject) => {
    if (subject.type === ATTACHMENT) return judgeAttachment(subject);
    return [found(subject, "", `a ${subject.type.split(":").at(-1) ?? subject.type}`)];
  },
};

/** An attachment to roles and groups is none of this control's. */
function judgeAttachment(attachment: Subject): Verdict {
  const users = attachment.properties.list("users");
  if (users.state === "unknown") return [deferred(attachment, "users")];
  return users.state === "known" && users.value.length > 0
    ? [found(attachment, "users", "a policy attached to users")]
    : "not-applicable";
}

const found = (subject: Subject, property: string, words: string): Violation =>
  violation(subject, property, words, "SSO for people, roles for machines");
