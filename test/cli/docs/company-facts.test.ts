import assert from "node:assert/strict";
import path from "node:path";
import { companyFacts } from "../../../cli/docs/company-facts";
import { loadAndValidate } from "../../../config";
import { company as companySchema } from "../../../config/schema/company";
import { packSettings } from "../../../policy-pack/settings/schema";

const loaded = loadAndValidate(path.resolve(__dirname, "../../.."), "org");
assert.ok(loaded.ok);
const { company } = loaded.settings;
const approvals = {
  approvedDomains: { dev: ["pypi.org"], prod: ["api.example.com"] },
  gitSources: ["https://github.com/acme/"],
  imageRegistries: ["registry.example.com"],
  instanceTypes: { prod: ["ml\\.m5\\..*"] },
  machineImages: ["ami-0123456789abcdef0"],
  packageHosts: ["pypi.example.com"],
  trustedAccounts: ["123456789012"],
  trustedBuckets: { prod: ["acme-lake"] },
  trustedHosts: ["siem.example.com"],
  upstreamRegistries: ["public.ecr.aws"],
};

describe("what the policy pack is told of the company", () => {
  it("has the shape of the pack's settings, without approvals and with all of them", () => {
    for (const one of [company, { ...company, approvals }])
      assert.equal(packSettings.safeParse(companyFacts(one)).success, true);
  });

  it("holds the approvals under the names that the pack has for them", () => {
    const { approvedDomains, trustedBuckets, ...others } = approvals;
    const told = companyFacts({ ...company, approvals });
    const bare = companyFacts(company);
    assert.deepEqual({ ...bare, ...others, approvedDomains, trustedBuckets: told["trustedBuckets"] }, told);
    const buckets = (facts: Record<string, unknown>) =>
      facts["trustedBuckets"] as Record<string, readonly string[]>;
    assert.deepEqual(buckets(told)["prod"], [...(buckets(bare)["prod"] ?? []), ...trustedBuckets.prod]);
    assert.deepEqual(buckets(told)["dev"], buckets(bare)["dev"]);
  });

  it("leaves prod without a domain where none is approved for it", () => {
    const approved = (approvedDomains: object) =>
      companyFacts({ ...company, approvals: { approvedDomains } })["approvedDomains"];
    assert.deepEqual(companyFacts(company)["approvedDomains"], { prod: [] });
    assert.deepEqual(approved({ dev: ["pypi.org"] }), { prod: [], dev: ["pypi.org"] });
  });

  it("takes approvals as the configuration has them, and refuses keys and expressions that are none", () => {
    const parse = (value: unknown) => companySchema.safeParse({ ...company, approvals: value });
    assert.deepEqual(parse(approvals).data?.approvals, approvals);
    for (const bad of [
      { gitSource: [] },
      { instanceTypes: { prod: ["ml.("] } },
      { trustedBuckets: { production: ["a"] } },
      { trustedAccounts: ["123"] },
      { gitSources: ["two words"] },
    ])
      assert.equal(parse(bad).success, false, JSON.stringify(bad));
  });
});
