import type { Subject, Value } from "../../core";
import { isAccountId, parseArn } from "../../iam/arn";

/** Types that give something to another account in properties of their own, and these properties. */
export const GRANTEES: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/eventPermission:EventPermission": ["principal"],
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": [
    "accountId",
    "organizationArn",
    "organizationalUnitArn",
  ],
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": ["accountId"],
  "aws:kms/grant:Grant": ["granteePrincipal", "retiringPrincipal"],
  "aws:lambda/layerVersionPermission:LayerVersionPermission": ["principal", "organizationId"],
  "aws:lambda/permission:Permission": ["principal", "sourceAccount", "sourceArn", "principalOrgId"],
  "aws:lakeformation/permissions:Permissions": ["principal"],
  "aws:s3control/accessGrant:AccessGrant": ["grantee.granteeIdentifier"],
  "aws:securitylake/subscriber:Subscriber": ["subscriberIdentity.principal"],
  "aws:ram/principalAssociation:PrincipalAssociation": ["principal"],
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
  return (GRANTEES[subject.type] ?? []).flatMap((property): readonly Grantee[] => {
    const value = subject.properties.get(property);
    if (value.state === "unset") return [];
    const text = value.state === "known" ? String(value.value) : "";
    const organization = /^(?:arn:[^:]+:organizations::\d*:(?:organization|ou)\/)?(o-[a-z0-9]+)(?:\/|$)/.exec(
      text,
    )?.[1];
    const account = isAccountId(text) ? text : parseArn(text)?.account;
    return [
      {
        property,
        value,
        ...(organization !== undefined ? { organization } : isAccountId(account ?? "") ? { account } : {}),
      },
    ];
  });
}
