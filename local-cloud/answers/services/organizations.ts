import { CREATED_AT, type ServiceFacts } from "../resource-facts";

const ROOT = "r-{lower:4}";

/** AWS Organizations and IAM Identity Center. */
export const ORGANIZATIONS: ServiceFacts = {
  "aws:organizations/organization:Organization": {
    id: "o-{lower:10}",
    arn: "arn:{partition}:organizations::{account}:organization/{id}",
    outputs: {
      masterAccountArn: "arn:{partition}:organizations::{account}:account/{id}/{account}",
      masterAccountId: "{account}",
      masterAccountEmail: "management@example.com",
      masterAccountName: "management",
      roots: [
        {
          id: ROOT,
          name: "Root",
          arn: `arn:{partition}:organizations::{account}:root/{id}/${ROOT}`,
          policyTypes: [],
        },
      ],
    },
  },
  "aws:organizations/organizationalUnit:OrganizationalUnit": {
    id: "ou-{lower:4}-{hex:8}",
    arn: "arn:{partition}:organizations::{account}:ou/o-{lower:10}/{id}",
  },
  "aws:organizations/account:Account": {
    id: "{digits:12}",
    arn: "arn:{partition}:organizations::{account}:account/o-{lower:10}/{id}",
    outputs: { status: "ACTIVE", joinedMethod: "CREATED" },
  },
  "aws:organizations/policy:Policy": {
    id: "p-{hex:8}",
    arn: "arn:{partition}:organizations::{account}:policy/o-{lower:10}/service_control_policy/{id}",
    unique: "account",
  },
  "aws:organizations/policyAttachment:PolicyAttachment": { id: "{targetId}:{policyId}" },
  "aws:organizations/awsServiceAccess:AwsServiceAccess": {
    id: "{servicePrincipal}",
    outputs: { dateEnabled: CREATED_AT },
  },
  "aws:organizations/resourcePolicy:ResourcePolicy": {
    id: "rp-{hex:8}",
    arn: "arn:{partition}:organizations::{account}:resourcepolicy/o-{lower:10}/{id}",
  },
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": {
    id: "{accountId}/{servicePrincipal}",
    arn: "arn:{partition}:organizations::{account}:account/o-{lower:10}/{accountId}",
    outputs: { name: "delegated", email: "delegated@example.com", status: "ACTIVE", joinedMethod: "CREATED" },
  },
  "aws:ssoadmin/permissionSet:PermissionSet": {
    id: "arn:{partition}:sso:::permissionSet/ssoins-{hex:16}/ps-{hex:16},{instanceArn}",
    arn: "arn:{partition}:sso:::permissionSet/ssoins-{hex:16}/ps-{hex:16}",
  },
  "aws:ram/resourceShare:ResourceShare": {
    id: "arn:{partition}:ram:{region}:{account}:resource-share/{uuid}",
    arn: "{id}",
  },
};
