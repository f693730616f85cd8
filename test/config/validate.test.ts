import assert from "node:assert/strict";
import { validate } from "../../config";
import { parseYaml } from "../../config/yaml/read-yaml";
import { PROJECT, replaced, STACK } from "./support/project";

/** The values that the engine would hand over for the fixture's files. */
function values(project = PROJECT, stack = STACK): Record<string, unknown> {
  const { config } = parseYaml(project, "").value as { config: Record<string, { value: unknown }> };
  const own = parseYaml(stack, "").value as { config: Record<string, unknown> };
  return { "mlplatform:company": config["mlplatform:company"]?.value, ...own.config };
}

const told = (stack: string, given: Record<string, unknown>) => {
  const judged = validate(stack, given);
  return judged.ok ? [] : judged.problems.map(({ path, found }) => `${path}: ${found}`);
};

describe("validating the values that the engine hands over", () => {
  it("fills in every default", () => {
    const judged = validate("dev", values());
    assert.ok(judged.ok && judged.settings.kind === "environment");
    const { company, environment, teams, posture } = judged.settings;
    assert.deepEqual([company.partition, company.deploymentRole], ["aws", "mlplatform-deployment"]);
    assert.deepEqual(environment, { tier: "dev", account: "dev", zones: ["a", "b", "c"], standalone: false });
    assert.equal(posture.tier, "dev");
    assert.deepEqual(teams["checkout"], {
      costCenter: "CC-1002",
      owners: ["checkout-lead@example.com"],
      dataClassification: "public",
      networkSlot: 1,
      state: "active",
      monthlyBudgetUsd: 1500.5,
      modelPackageGroups: [],
      models: {},
      notebooks: {},
      featureGroups: {},
      secrets: {},
    });
  });

  it("gives the same settings, in the same order, however the teams are ordered", () => {
    const given = values();
    const teams = Object.entries(given["mlplatform:teams"] as object);
    const turned = { ...given, "mlplatform:teams": Object.fromEntries(teams.reverse()) };
    assert.equal(JSON.stringify(validate("dev", turned)), JSON.stringify(validate("dev", given)));
  });

  it("tells every problem at once, of the company, the environment and each team, in that order", () => {
    const project = replaced(
      replaced(PROJECT, "10.17.0.0/16", "10.16.0.0/16"),
      '"444444444444"',
      "444444444444",
    );
    const stack = replaced(replaced(STACK, "tier: dev", "tier: prod"), "networkSlot: 0", "networkSlot: 500");
    assert.deepEqual(told("dev", values(project, replaced(stack, "public", "internal"))), [
      "mlplatform:company.accounts.shared: the number 444444444444",
      "mlplatform:teams.fraud.networkSlot: the number 500",
      'mlplatform:environment.tier: "prod"',
      'mlplatform:teams.checkout.dataClassification: "internal"',
    ]);
  });

  it("judges `org` by what belongs to it", () => {
    const { "mlplatform:company": company } = values();
    const contact = {
      securityContact: {
        name: "Security team",
        title: "Security",
        email: "security@example.com",
        phone: "+1 202 555 0100",
      },
    };
    assert.deepEqual(told("org", { "mlplatform:company": company, "mlplatform:organization": contact }), []);
    assert.deepEqual(
      told("org", { "mlplatform:company": company, "mlplatform:organization": {}, "mlplatform:teams": {} }),
      [
        'mlplatform:teams: the unknown key "mlplatform:teams"',
        "mlplatform:organization.securityContact: nothing",
      ],
    );
    assert.deepEqual(told("org", {}), ["mlplatform:company: nothing", "mlplatform:organization: nothing"]);
  });

  it("lets a standalone trial have all central duties in one account, and nobody else", () => {
    const oneAccount = ["222222222222", "333333333333", "444444444444"].reduce(
      (text, id) => replaced(text, `"${id}"`, '"111111111111"'),
      PROJECT,
    );
    const trial = replaced(STACK, "account: dev\n", "account: dev\n    standalone: true\n").replace(
      /444444444444/,
      "111111111111",
    );
    assert.deepEqual(told("dev", values(oneAccount, trial)), []);
    assert.equal(told("dev", values(oneAccount, STACK.replace(/444444444444/, "111111111111"))).length, 3);
  });

  it("refuses a stack that is no tier, however it is spelt", () => {
    for (const stack of ["Dev", "production", "", "__proto__", "dev "]) {
      assert.deepEqual(told(stack, values()), [`stack: ${JSON.stringify(stack)}`]);
    }
  });
});
