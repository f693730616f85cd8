import { CREATED_AT, type ServiceFacts } from "../resource-facts";

/**
 * IAM is global: no region in its ARNs. Prefixes of unique ids:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export const IAM: ServiceFacts = {
  "aws:iam/role:Role": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:role{path|rootPath}{name}",
    outputs: { uniqueId: "AROA{upper:17}", createDate: CREATED_AT },
    unique: "account",
  },
  "aws:iam/policy:Policy": {
    id: "arn:{partition}:iam::{account}:policy{path|rootPath}{name}",
    arn: "{id}",
    outputs: { policyId: "ANPA{upper:17}", attachmentCount: 0 },
    unique: "account",
  },
  "aws:iam/user:User": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:user{path|rootPath}{name}",
    outputs: { uniqueId: "AIDA{upper:17}" },
    unique: "account",
  },
  "aws:iam/group:Group": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:group{path|rootPath}{name}",
    outputs: { uniqueId: "AGPA{upper:17}" },
    unique: "account",
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:instance-profile{path|rootPath}{name}",
    outputs: { uniqueId: "AIPA{upper:17}", createDate: CREATED_AT },
    unique: "account",
  },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    id: "arn:{partition}:iam::{account}:role/aws-service-role/{awsServiceName}/AWSServiceRole",
    arn: "{id}",
    outputs: {
      name: "AWSServiceRole",
      path: "/aws-service-role/{awsServiceName}/",
      uniqueId: "AROA{upper:17}",
      createDate: CREATED_AT,
    },
  },
  "aws:iam/rolePolicy:RolePolicy": { id: "{role}:{name}" },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { id: "{role}/{policyArn}" },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": { id: "{roleName}" },
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": { id: "{roleName}" },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": { id: "{user}/{policyArn}" },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    id: "arn:{partition}:iam::{account}:oidc-provider/{url}",
    arn: "{id}",
    unique: "account",
  },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": { id: "iam-account-password-policy" },
  "aws:iam/accountAlias:AccountAlias": { id: "{accountAlias}", unique: "global" },
  "aws:iam/organizationsFeatures:OrganizationsFeatures": { id: "o-{lower:10}" },
};
