import { DATA_CLASSIFICATIONS, TIERS, type Company } from "../../config";

/** A mail address, as far as a tag can hold one. */
const MAIL_ADDRESS = "[^@ ]+@[^@ ]+";

/** What the policy pack is told of the company, from the one place where it is written: Pulumi.yaml. */
export function companyFacts(company: Company): Record<string, unknown> {
  const { management, logArchive, security, shared, workloads } = company.accounts;
  const accountsOf = (tier: string) =>
    Object.values(workloads)
      .filter((account) => account.environment === tier)
      .map((account) => account.id);
  const ofOrganization = [management, logArchive, security, shared];
  const { trustedBuckets, approvedDomains, ...approvals } = company.approvals ?? {};
  return {
    allowedRegions: company.regions.allowed,
    accounts: {
      ...Object.fromEntries(TIERS.map((tier) => [tier, accountsOf(tier)])),
      org: ofOrganization,
    },
    requiredTags: ["CostCenter", "DataClassification", "Environment", "ManagedBy", "Owner", "Team"],
    organizationId: company.organization.id,
    // Buckets' names end in their account. A tier's logs go to the archive, which is the organization's.
    trustedBuckets: Object.fromEntries(
      TIERS.map((tier) => [
        tier,
        [
          bucketNames(company.name, [...accountsOf(tier), ...ofOrganization]),
          ...(trustedBuckets?.[tier] ?? []),
        ],
      ]),
    ),
    // Nothing of prod has a way to the internet: each domain takes an exception, with a ticket and an end.
    approvedDomains: { prod: [], ...approvedDomains },
    permissionsBoundaries: [`${company.name}-(org|${TIERS.join("|")})-core-permissions-boundary`],
    stackTiers: Object.fromEntries(TIERS.map((tier) => [tier, tier])),
    tagPatterns: {
      CostCenter: "CC-\\d{4,8}",
      DataClassification: DATA_CLASSIFICATIONS.join("|"),
      ManagedBy: "pulumi",
      Owner: `${MAIL_ADDRESS}( ${MAIL_ADDRESS})*`,
    },
    ...approvals,
  };
}

/** A regular expression for the names of the company's buckets in some accounts. */
const bucketNames = (company: string, accounts: readonly string[]): string =>
  `${company}-[a-z0-9-]+-(${[...accounts].sort().join("|")})`;
