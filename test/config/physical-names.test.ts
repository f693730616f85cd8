import assert from "node:assert/strict";
import { NAME_LIMITS, physicalName } from "../../components/secure/names";
import type { Scope } from "../../components/secure/scope";
import { loadAndValidate, validate } from "../../config";
import { LONGEST } from "../../config/limits";
import { parseYaml } from "../../config/yaml/read-yaml";
import { PACKAGE, PROD_STACK, PROJECT, replaced, STACK, withProject } from "./support/project";

const name = (length: number) => "n".repeat(length);

/** The longest names that the schema accepts. `staging` is the longest environment. */
const longest = {
  company: { name: name(LONGEST.company) },
  environment: "staging",
  owner: name(LONGEST.team),
  account: { name: name(LONGEST.account), id: "111111111111" },
} as Scope;

describe("the longest names that a person may give", () => {
  it("fit AWS's limits with the longest purposes, and not with one letter more", () => {
    const bucket = physicalName("bucket", longest, name(LONGEST.bucketPurpose));
    assert.equal(bucket.length, NAME_LIMITS.bucket);
    const sagemaker = physicalName("sagemaker", longest, name(LONGEST.purpose));
    assert.equal(sagemaker.length, NAME_LIMITS.sagemaker);
    assert.equal(physicalName("role", longest, name(LONGEST.purpose)).length, NAME_LIMITS.role - 1);
    assert.throws(
      () => physicalName("bucket", longest, name(LONGEST.bucketPurpose + 1)),
      /has 64 characters; AWS allows 63/,
    );
    assert.throws(
      () => physicalName("sagemaker", longest, name(LONGEST.purpose + 1)),
      /has 64 characters; AWS allows 63/,
    );
  });

  it("leave a component nine letters in front of an item's name", () => {
    assert.equal(LONGEST.purpose - LONGEST.item, 9);
    assert.ok(
      physicalName("sagemaker", longest, `endpoint-${name(LONGEST.item)}`).length <= NAME_LIMITS.sagemaker,
    );
  });

  it("are those that the schema accepts, and no longer ones", () => {
    const problemsWith = (project: string, stack: string) => {
      const company = (parseYaml(project, "").value as { config: Record<string, { value: unknown }> }).config[
        "mlplatform:company"
      ]?.value;
      const own = (parseYaml(stack, "").value as { config: Record<string, unknown> }).config;
      const judged = validate("dev", { "mlplatform:company": company, ...own });
      return judged.ok ? [] : judged.problems.map(({ path, expected }) => `${path}: ${expected}`);
    };
    const companyOf = (length: number) =>
      problemsWith(replaced(PROJECT, "name: acme", `name: ${name(length)}`), STACK);
    const teamOf = (length: number) =>
      problemsWith(PROJECT, STACK.replaceAll("checkout:", `${name(length)}:`).replace("[checkout]", "[]"));
    const modelOf = (length: number) =>
      problemsWith(PROJECT, replaced(STACK, "        scoring:", `        ${name(length)}:`));

    assert.deepEqual([companyOf(12), teamOf(16), modelOf(16)], [[], [], []]);
    assert.deepEqual(companyOf(13), ["mlplatform:company.name: at most 12 characters"]);
    assert.deepEqual(teamOf(17), [`mlplatform:teams.${name(17)}: at most 16 characters`]);
    assert.deepEqual(modelOf(17), [`mlplatform:teams.fraud.models.${name(17)}: at most 16 characters`]);
  });
});

describe("the names of teams", () => {
  it("are never the beginning of one another, so that no two teams' resources share a name", () => {
    const purposes = ["data", "models", "eu-data", "eu", "b-c", "c"];
    const teams = ["a", "a-b", "a-eu", "ab", "eu", "b-a"];
    const accepted = (names: readonly string[]) => {
      const team = {
        costCenter: "CC-1001",
        owners: ["a@example.com"],
        dataClassification: "public",
        monthlyBudgetUsd: 1,
      };
      const company = (parseYaml(PROJECT, "").value as { config: Record<string, { value: unknown }> }).config[
        "mlplatform:company"
      ]?.value;
      const all = Object.fromEntries(names.map((each, networkSlot) => [each, { ...team, networkSlot }]));
      return validate("dev", {
        "mlplatform:company": company,
        "mlplatform:environment": { tier: "dev", account: "dev" },
        "mlplatform:teams": all,
      }).ok;
    };
    let judged = 0;
    for (const one of teams) {
      for (const other of teams.filter((each) => each !== one)) {
        const joined = (owner: string) => new Set(purposes.map((purpose) => `${owner}-${purpose}`));
        const shared = [...joined(one)].some((each) => joined(other).has(each));
        if (shared) assert.equal(accepted([one, other]), false, `${one}, ${other}`);
        if (accepted([one, other])) judged += 1;
      }
    }
    assert.equal(judged, 26);
  });

  it("are those by which AWS knows a team's model package groups", () => {
    const scope = { ...longest, company: { name: "acme" }, environment: "prod", owner: "fraud" } as Scope;
    const judged = withProject({ "Pulumi.yaml": PROJECT, "Pulumi.prod.yaml": PROD_STACK }, (root) =>
      loadAndValidate(root, "prod"),
    );
    assert.ok(judged.ok);
    assert.ok(PACKAGE.endsWith(`:model-package/${physicalName("sagemaker", scope, "scoring")}/3`));
  });
});
