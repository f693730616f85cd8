import { resourceShareTrusted as control } from "../../../policy-pack/controls/trust/resource-share-trusted";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucketPolicy, reads } from "../identity/cases";

const OURS = "333333333333";
const STRANGER = "999999999999";
const principal = (value: string) =>
  declare("ram/principalAssociation:PrincipalAssociation", "p", {
    resourceShareArn: "arn",
    principal: value,
  });
const associated = ["p (ram/principalAssociation): principal"];
const shared = (parts: object) => bucketPolicy(reads(parts));
const first = "data (s3/bucketPolicy): policy.Statement[0].";

/** A value at a path: `members[0].accountId`. */
const at = (path: string, value: unknown): Record<string, unknown> =>
  path.split(".").reduceRight<unknown>((inner, step) => {
    const name = step.replace("[0]", "");
    return { [name]: step === name ? inner : [inner] };
  }, value) as Record<string, unknown>;

describe("resource-share-trusted", () => {
  it("passes what is shared with the company, its organization and services", () => {
    passes(control, [declare("ram/resourceShare:ResourceShare", "s", { allowExternalPrincipals: false })]);
    passes(control, [declare("ram/resourceShare:ResourceShare", "s")]);
    passes(control, [principal(OURS)]);
    passes(control, [principal("arn:aws:organizations::111111111111:organization/o-exampleorgid")]);
    passes(control, [shared({ Principal: { AWS: `arn:aws:iam::${OURS}:role/reader` } })]);
    passes(control, [
      shared({
        Principal: { Service: "logging.s3.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": OURS } },
      }),
    ]);
  });

  it("refuses shares that leave the organization", () => {
    violates(
      control,
      [declare("ram/resourceShare:ResourceShare", "s", { allowExternalPrincipals: true })],
      ["s (ram/resourceShare): allowExternalPrincipals"],
    );
    violates(control, [principal(STRANGER)], associated);
    violates(control, [principal(`arn:aws:iam::${STRANGER}:role/reader`)], associated);
    violates(
      control,
      [principal("arn:aws:organizations::999999999999:organization/o-anothercompany")],
      associated,
    );
    violates(
      control,
      [principal("arn:aws:organizations::999999999999:ou/o-anothercompany/ou-ab12-1")],
      associated,
    );
  });

  it("refuses canonical ids, which do not say whose they are, in any spelling and beside others", () => {
    const id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";
    violates(control, [shared({ Principal: { CanonicalUser: id } })], [`${first}Principal.CanonicalUser`]);
    violates(
      control,
      [shared({ Principal: { AWS: OURS, canonicaluser: [id] } })],
      [`${first}Principal.canonicaluser[0]`],
    );
    passes(control, [shared({ Effect: "Deny", Principal: { CanonicalUser: id } })]);
    passes(control, [shared({ Principal: { CanonicalUser: id } })], { settings: { accounts: {} } });
  });

  it("reads every kind of grant", () => {
    for (const [type, property, value] of [
      ["ec2/amiLaunchPermission:AmiLaunchPermission", "accountId", STRANGER],
      ["ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", "accountId", STRANGER],
      ["kms/grant:Grant", "granteePrincipal", `arn:aws:iam::${STRANGER}:role/x`],
      ["cloudwatch/eventPermission:EventPermission", "principal", STRANGER],
      ["lambda/permission:Permission", "principal", STRANGER],
      ["lakeformation/permissions:Permissions", "principal", STRANGER],
      ["cfg/aggregateAuthorization:AggregateAuthorization", "accountId", STRANGER],
      ["ec2/networkInterfacePermission:NetworkInterfacePermission", "awsAccountId", STRANGER],
      ["opensearch/authorizeVpcEndpointAccess:AuthorizeVpcEndpointAccess", "account", STRANGER],
      ["redshift/dataShareAuthorization:DataShareAuthorization", "consumerIdentifier", STRANGER],
      ["redshift/endpointAuthorization:EndpointAuthorization", "account", STRANGER],
      ["servicecatalog/portfolioShare:PortfolioShare", "principalId", STRANGER],
      ["lakeformation/permissions:Permissions", "principal", `arn:aws:iam::${STRANGER}:role/x`],
      ["lambda/permission:Permission", "sourceAccount", STRANGER],
      ["lambda/permission:Permission", "sourceArn", `arn:aws:s3:eu-central-1:${STRANGER}:x`],
      ["lambda/permission:Permission", "principalOrgId", "o-anothercompany"],
    ] as const) {
      violates(
        control,
        [declare(type, "g", { [property]: value })],
        [`g (${type.split(":")[0] ?? ""}): ${property}`],
      );
    }
    for (const [type, property] of [
      ["rds/snapshot:Snapshot", "sharedAccounts"],
      ["rds/clusterSnapshot:ClusterSnapshot", "sharedAccounts"],
      ["rds/snapshotCopy:SnapshotCopy", "sharedAccounts"],
      ["rds/clusterSnapshotCopy:ClusterSnapshotCopy", "sharedAccounts"],
      ["globalaccelerator/crossAccountAttachment:CrossAccountAttachment", "principals"],
      ["ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive", "principals"],
    ] as const) {
      passes(control, [declare(type, "g", { [property]: [OURS] })]);
      violates(
        control,
        [declare(type, "g", { [property]: [OURS, STRANGER] })],
        [`g (${type.split(":")[0] ?? ""}): ${property}[1]`],
      );
    }
    for (const [type, path] of [
      ["cleanrooms/collaboration:Collaboration", "members[0].accountId"],
      ["dlm/lifecyclePolicy:LifecyclePolicy", "policyDetails.schedules[0].shareRule.targetAccounts[0]"],
      ["guardduty/inviteAccepter:InviteAccepter", "masterAccountId"],
      ["inspector2/delegatedAdminAccount:DelegatedAdminAccount", "accountId"],
      ["lakeformation/dataLakeSettings:DataLakeSettings", "trustedResourceOwners[0]"],
      ["organizations/delegatedAdministrator:DelegatedAdministrator", "accountId"],
      ["quicksight/dataSet:DataSet", "permissions[0].principal"],
      ["securityhub/organizationAdminAccount:OrganizationAdminAccount", "adminAccountId"],
    ] as const) {
      passes(control, [declare(type, "g", at(path, OURS))]);
      violates(
        control,
        [declare(type, "g", at(path, STRANGER))],
        [`g (${type.split(":")[0] ?? ""}): ${path}`],
      );
    }
    const access = (...Principal: readonly string[]) =>
      declare("opensearch/serverlessAccessPolicy:ServerlessAccessPolicy", "g", {
        type: "data",
        policy: JSON.stringify([{ Rules: [], Principal }]),
      });
    passes(control, [access(`arn:aws:iam::${OURS}:role/x`)]);
    violates(
      control,
      [access(`arn:aws:iam::${OURS}:role/x`, `arn:aws:iam::${STRANGER}:role/x`)],
      ["g (opensearch/serverlessAccessPolicy): policy[0].Principal[1]"],
    );
    const document = (accountIds: string) =>
      declare("ssm/document:Document", "g", { permissions: { type: "Share", accountIds } });
    passes(control, [document(OURS)]);
    violates(control, [document(`${OURS}, ${STRANGER}`)], ["g (ssm/document): permissions.accountIds"]);
    violates(
      control,
      [
        declare("s3control/accessGrant:AccessGrant", "g", {
          grantee: { granteeType: "IAM", granteeIdentifier: `arn:aws:iam::${STRANGER}:role/x` },
        }),
        declare("securitylake/subscriber:Subscriber", "g", { subscriberIdentity: { principal: STRANGER } }),
      ],
      [
        "g (s3control/accessGrant): grantee.granteeIdentifier",
        "g (securitylake/subscriber): subscriberIdentity.principal",
      ],
    );
    const role = declare("iam/role:Role", "own");
    passes(control, [role, declare("kms/grant:Grant", "g", { granteePrincipal: ref(role, "arn") })]);
  });

  it("reads policies: principals, and the conditions on everyone", () => {
    violates(control, [shared({ Principal: { AWS: STRANGER } })], [`${first}Principal.AWS`]);
    violates(
      control,
      [shared({ Principal: { AWS: [OURS, `arn:aws:iam::${STRANGER}:root`] } })],
      [`${first}Principal.AWS[1]`],
    );
    const byAccount = { StringEquals: { "aws:PrincipalAccount": STRANGER } };
    violates(
      control,
      [shared({ Principal: "*", Condition: byAccount })],
      [`${first}Condition.StringEquals.aws:PrincipalAccount`],
    );
    passes(control, [shared({ Effect: "Deny", Principal: { AWS: STRANGER } })]);
  });

  it("takes a trusted account, and cannot tell strangers where it knows no account", () => {
    passes(control, [principal(STRANGER)], { settings: { trustedAccounts: [STRANGER] } });
    passes(control, [principal(STRANGER)], { settings: { accounts: {} } });
  });

  it("waits for a principal that is not known", () => {
    const other = declare("iam/role:Role", "other");
    defers(
      control,
      [other, shared({ Principal: { AWS: ref(other, "arn") } })],
      [`${first}Principal.AWS`],
      [],
    );
  });

  it("has nothing to judge in a bucket without a policy", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "data")]);
  });
});
