import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { COMPANY } from "../../../policy-pack/settings/company";
import { packSettings } from "../../../policy-pack/settings/schema";

/** What the pack's settings repeat of the project's configuration. */
interface Company {
  readonly organization: { readonly id: string };
  readonly regions: { readonly allowed: readonly string[] };
  readonly accounts: {
    readonly management: string;
    readonly logArchive: string;
    readonly security: string;
    readonly shared: string;
    readonly workloads: Readonly<Record<string, { readonly id: string; readonly environment: string }>>;
  };
}

const project = parse(readFileSync(join(__dirname, "../../../Pulumi.yaml"), "utf8")) as {
  readonly config: { readonly "mlplatform:company": { readonly value: Company } };
};
const company = project.config["mlplatform:company"].value;
const idsOf = (tier: string) =>
  Object.values(company.accounts.workloads)
    .filter((account) => account.environment === tier)
    .map((account) => account.id)
    .sort();

describe("the pack's settings", () => {
  it("agree with the project's configuration", () => {
    const { management, logArchive, security, shared } = company.accounts;
    assert.deepEqual([...COMPANY.allowedRegions].sort(), [...company.regions.allowed].sort());
    assert.equal(COMPANY.organizationId, company.organization.id);
    for (const tier of ["dev", "staging", "prod"] as const) {
      assert.deepEqual([...(COMPANY.accounts[tier] ?? [])].sort(), idsOf(tier), tier);
    }
    assert.deepEqual(
      [...(COMPANY.accounts.org ?? [])].sort(),
      [management, logArchive, security, shared].sort(),
    );
  });

  it("know the company's buckets by tier: by its name, and by accounts of the tier or the organization", () => {
    const isTrusted = (tier: "dev" | "prod", name: string) =>
      (COMPANY.trustedBuckets[tier] ?? []).some((pattern) => new RegExp(`^(?:${pattern})$`).test(name));
    const [dev = ""] = idsOf("dev");
    const { logArchive } = company.accounts;
    for (const [tier, name, expected] of [
      ["dev", `acme-dev-fraud-data-${dev}`, true],
      ["dev", `acme-org-core-log-archive-dev-${logArchive}`, true],
      ["prod", `acme-dev-fraud-data-${dev}`, false],
      ["prod", "acme-prod-fraud-data-123456789012", false],
      ["prod", `other-prod-fraud-data-${logArchive}`, false],
      ["prod", `acme-${logArchive}`, false],
    ] as const)
      assert.equal(isTrusted(tier, name), expected, `${tier}: ${name}`);
  });

  it("approve of no domain in prod, so that each takes an exception", () => {
    assert.deepEqual(COMPANY.approvedDomains, { prod: [] });
  });

  it("leave org out of the tiers, so that it is judged as prod", () => {
    assert.deepEqual(COMPANY.stackTiers, { dev: "dev", staging: "staging", prod: "prod" });
  });

  it("have defaults for everything, and refuse what they don't know", () => {
    assert.deepEqual(packSettings.parse({}), {
      allowedRegions: [],
      accounts: {},
      requiredTags: [],
      organizationId: "",
      stackTiers: {},
      tagPatterns: {},
      imageRegistries: [],
      trustedBuckets: {},
      approvedDomains: {},
      requiredEndpoints: {},
      trustedAccounts: [],
      trustedHosts: [],
      packageHosts: [],
      upstreamRegistries: [],
      gitSources: [],
      machineImages: [],
      organizationServices: [],
      permissionsBoundaries: [],
      instanceTypes: {},
      mostAccelerated: {},
    });
    assert.equal(packSettings.safeParse({ allowedRegion: [] }).success, false);
    assert.equal(packSettings.safeParse({ accounts: { dev: ["123"] } }).success, false);
    assert.equal(packSettings.safeParse({ stackTiers: { dev: "production" } }).success, false);
  });
});
