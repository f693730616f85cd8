import { leavesNamed } from "../../core/walk";
import { known, type Properties, type Subject, type Value } from "../../core";
import { isAccountId, parseArn } from "../../iam/arn";

const DATA_ACCESS = "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy";

/**
 * Types that give something to another account in properties of their own, and these properties; `[]` stands for each
 * element of a list. Whose invitation an account accepts, and who administers it, sees what it has as well.
 */
export const GRANTEES: Readonly<Record<string, readonly string[]>> = {
  "aws:acmpca/permission:Permission": ["sourceAccount"],
  "aws:auditmanager/frameworkShare:FrameworkShare": ["destinationAccount"],
  "aws:auditmanager/organizationAdminAccountRegistration:OrganizationAdminAccountRegistration": [
    "adminAccountId",
  ],
  "aws:cfg/aggregateAuthorization:AggregateAuthorization": ["accountId"],
  "aws:cleanrooms/collaboration:Collaboration": ["members[].accountId"],
  "aws:cloudtrail/organizationDelegatedAdminAccount:OrganizationDelegatedAdminAccount": ["accountId"],
  "aws:cloudwatch/eventPermission:EventPermission": ["principal"],
  "aws:detective/invitationAccepter:InvitationAccepter": ["graphArn"],
  "aws:detective/organizationAdminAccount:OrganizationAdminAccount": ["accountId"],
  "aws:directconnect/hostedPrivateVirtualInterface:HostedPrivateVirtualInterface": ["ownerAccountId"],
  "aws:directconnect/hostedTransitVirtualInterface:HostedTransitVirtualInterface": ["ownerAccountId"],
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": ["policyDetails.schedules[].shareRule.targetAccounts"],
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": [
    "accountId",
    "organizationArn",
    "organizationalUnitArn",
  ],
  "aws:ec2/networkInterfacePermission:NetworkInterfacePermission": ["awsAccountId"],
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": ["accountId"],
  "aws:ec2/vpcIpamOrganizationAdminAccount:VpcIpamOrganizationAdminAccount": ["delegatedAdminAccountId"],
  "aws:fms/adminAccount:AdminAccount": ["accountId"],
  "aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment": ["principals"],
  "aws:guardduty/inviteAccepter:InviteAccepter": ["masterAccountId"],
  "aws:guardduty/organizationAdminAccount:OrganizationAdminAccount": ["adminAccountId"],
  "aws:imagebuilder/distributionConfiguration:DistributionConfiguration": [
    "distributions[].amiDistributionConfiguration.launchPermission.userIds",
  ],
  "aws:inspector2/delegatedAdminAccount:DelegatedAdminAccount": ["accountId"],
  "aws:kms/grant:Grant": ["granteePrincipal", "retiringPrincipal"],
  "aws:lakeformation/dataLakeSettings:DataLakeSettings": [
    "admins",
    "externalDataFilteringAllowLists",
    "readOnlyAdmins",
    "trustedResourceOwners",
  ],
  "aws:lakeformation/permissions:Permissions": ["principal"],
  "aws:lambda/layerVersionPermission:LayerVersionPermission": ["principal", "organizationId"],
  "aws:lambda/permission:Permission": ["principal", "sourceAccount", "sourceArn", "principalOrgId"],
  "aws:licensemanager/licenseGrant:LicenseGrant": ["principal"],
  "aws:macie2/invitationAccepter:InvitationAccepter": ["administratorAccountId"],
  "aws:macie2/organizationAdminAccount:OrganizationAdminAccount": ["adminAccountId"],
  "aws:opensearch/authorizeVpcEndpointAccess:AuthorizeVpcEndpointAccess": ["account"],
  "aws:opensearch/outboundConnection:OutboundConnection": ["remoteDomainInfo.ownerId"],
  [DATA_ACCESS]: ["policy"],
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": ["accountId"],
  "aws:quicksight/analysis:Analysis": ["permissions[].principal"],
  "aws:quicksight/dashboard:Dashboard": ["permissions[].principal"],
  "aws:quicksight/dataSet:DataSet": ["permissions[].principal"],
  "aws:quicksight/dataSource:DataSource": ["permissions[].principal"],
  "aws:quicksight/folder:Folder": ["permissions[].principal"],
  "aws:quicksight/template:Template": ["permissions[].principal"],
  "aws:quicksight/theme:Theme": ["permissions[].principal"],
  "aws:ram/principalAssociation:PrincipalAssociation": ["principal"],
  "aws:ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive": ["principals"],
  "aws:rds/clusterSnapshot:ClusterSnapshot": ["sharedAccounts"],
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": ["sharedAccounts"],
  "aws:rds/snapshot:Snapshot": ["sharedAccounts"],
  "aws:rds/snapshotCopy:SnapshotCopy": ["sharedAccounts"],
  "aws:redshift/dataShareAuthorization:DataShareAuthorization": ["consumerIdentifier"],
  "aws:redshift/endpointAuthorization:EndpointAuthorization": ["account"],
  "aws:s3control/accessGrant:AccessGrant": ["grantee.granteeIdentifier"],
  "aws:securityhub/inviteAccepter:InviteAccepter": ["masterId"],
  "aws:securityhub/organizationAdminAccount:OrganizationAdminAccount": ["adminAccountId"],
  "aws:securitylake/customLogSource:CustomLogSource": ["configuration.providerIdentity.principal"],
  "aws:securitylake/subscriber:Subscriber": ["subscriberIdentity.principal"],
  "aws:servicecatalog/portfolioShare:PortfolioShare": ["principalId"],
  "aws:signer/signingProfilePermission:SigningProfilePermission": ["principal"],
  "aws:ssm/document:Document": ["permissions.accountIds", "permissions.account_ids"],
};

/** Whom a property gives something to, as far as an account or an organization can be told from it. */
export interface Grantee {
  readonly property: string;
  readonly value: Value;
  readonly account?: string;
  readonly organization?: string;
}

/** The grantees of a resource; a service, and everyone, are told by neither account nor organization. */
export function granteesOf(subject: Subject): readonly Grantee[] {
  return (GRANTEES[subject.type] ?? []).flatMap((property) =>
    textsAt(subject, subject.properties, property).map(({ path, value }) => granteeOf(path, value)),
  );
}

/** A property may hold one grantee, a list of them, or several in one text with commas between. */
function textsAt(
  subject: Subject,
  properties: Properties,
  property: string,
): readonly { path: string; value: Value }[] {
  const [before = "", after] = property.split(/\[\]\.(.*)/s);
  if (after !== undefined) {
    const elements = properties.list(before);
    if (elements.state === "unknown") return [{ path: before, value: elements }];
    return elements.state === "unset"
      ? []
      : elements.value.flatMap((element) =>
          textsAt(subject, element.properties, after).map(below(element.path)),
        );
  }
  const value = properties.get(property);
  if (value.state === "unset") return [];
  if (subject.type === DATA_ACCESS) return principalsIn(value, property);
  const list = properties.list(property);
  if (list.state === "known") return list.value;
  if (value.state === "unknown" || typeof value.value !== "string") return [{ path: property, value }];
  return value.value.split(/\s*,\s*/).map((text) => ({ path: property, value: known(text) }));
}

/** Elements of an element know their whole path already. */
const below =
  (path: string) =>
  <T extends { readonly path: string }>(inner: T): T => ({
    ...inner,
    path: inner.path.startsWith(`${path}.`) ? inner.path : `${path}.${inner.path}`,
  });

/** A data access policy is JSON, a list of rules, each with its principals. */
function principalsIn(value: Value, property: string): readonly { path: string; value: Value }[] {
  if (value.state !== "known" || typeof value.value !== "string") return [{ path: property, value }];
  try {
    return leavesNamed(known(JSON.parse(value.value) as unknown), property, ["Principal"]);
  } catch {
    return [];
  }
}

function granteeOf(property: string, value: Value): Grantee {
  const text = value.state === "known" ? String(value.value) : "";
  const organization = /^(?:arn:[^:]+:organizations::\d*:(?:organization|ou)\/)?(o-[a-z0-9]+)(?:\/|$)/.exec(
    text,
  )?.[1];
  const account = isAccountId(text) ? text : parseArn(text)?.account;
  return {
    property,
    value,
    ...(organization !== undefined ? { organization } : isAccountId(account ?? "") ? { account } : {}),
  };
}
