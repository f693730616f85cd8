import { leavesNamed } from "../../core/walk";
import { known, type Subject, type Value } from "../../core";
import { isAccountId, parseArn } from "../../iam/arn";

const DATA_ACCESS = "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy";

/** Types that give something to another account in properties of their own, and these properties. */
export const GRANTEES: Readonly<Record<string, readonly string[]>> = {
  "aws:cfg/aggregateAuthorization:AggregateAuthorization": ["accountId"],
  "aws:cloudwatch/eventPermission:EventPermission": ["principal"],
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": [
    "accountId",
    "organizationArn",
    "organizationalUnitArn",
  ],
  "aws:ec2/networkInterfacePermission:NetworkInterfacePermission": ["awsAccountId"],
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": ["accountId"],
  "aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment": ["principals"],
  "aws:kms/grant:Grant": ["granteePrincipal", "retiringPrincipal"],
  "aws:lakeformation/permissions:Permissions": ["principal"],
  "aws:lambda/layerVersionPermission:LayerVersionPermission": ["principal", "organizationId"],
  "aws:lambda/permission:Permission": ["principal", "sourceAccount", "sourceArn", "principalOrgId"],
  "aws:opensearch/authorizeVpcEndpointAccess:AuthorizeVpcEndpointAccess": ["account"],
  [DATA_ACCESS]: ["policy"],
  "aws:ram/principalAssociation:PrincipalAssociation": ["principal"],
  "aws:ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive": ["principals"],
  "aws:rds/clusterSnapshot:ClusterSnapshot": ["sharedAccounts"],
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": ["sharedAccounts"],
  "aws:rds/snapshot:Snapshot": ["sharedAccounts"],
  "aws:rds/snapshotCopy:SnapshotCopy": ["sharedAccounts"],
  "aws:redshift/dataShareAuthorization:DataShareAuthorization": ["consumerIdentifier"],
  "aws:redshift/endpointAuthorization:EndpointAuthorization": ["account"],
  "aws:s3control/accessGrant:AccessGrant": ["grantee.granteeIdentifier"],
  "aws:securitylake/subscriber:Subscriber": ["subscriberIdentity.principal"],
  "aws:servicecatalog/portfolioShare:PortfolioShare": ["principalId"],
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
    textsAt(subject, property).map(({ path, value }) => granteeOf(path, value)),
  );
}

/** A property may hold one grantee, a list of them, or several in one text with commas between. */
function textsAt(subject: Subject, property: string): readonly { path: string; value: Value }[] {
  const value = subject.properties.get(property);
  if (value.state === "unset") return [];
  if (subject.type === DATA_ACCESS) return principalsIn(value, property);
  const list = subject.properties.list(property);
  if (list.state === "known") return list.value;
  if (value.state === "unknown" || typeof value.value !== "string") return [{ path: property, value }];
  return value.value.split(/\s*,\s*/).map((text) => ({ path: property, value: known(text) }));
}

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
