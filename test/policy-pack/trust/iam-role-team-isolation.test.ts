import assert from "node:assert/strict";
import { iamRoleTeamIsolation as control } from "../../../policy-pack/controls/trust/iam-role-team-isolation";
import { HOME } from "../identity/cases";
import { judgeBy, notApplicable, passes, violates } from "../support/verdicts";
import { ROOT, roleOf, trusts, trustsRole } from "./teams";

const byTeam = (team: string) => ({ Condition: { StringEquals: { "aws:PrincipalTag/Team": team } } });
const fraud = (...trust: readonly object[]) => roleOf("fraud", "reader", ...trust);
const assumed = ["reader (iam/role): assumeRolePolicy"];
const principal = ["reader (iam/role): assumeRolePolicy.Statement[0].Principal.AWS"];
const sagemaker = {
  Effect: "Allow",
  Principal: { Service: "sagemaker.amazonaws.com" },
  Action: "sts:AssumeRole",
};

describe("iam-role-team-isolation", () => {
  it("passes services, the team's own roles, and the account by the team's tag", () => {
    passes(control, [fraud(sagemaker)]);
    const own = roleOf("fraud", "pipeline", sagemaker);
    passes(control, [own, fraud(trustsRole(own))]);
    passes(control, [fraud(trusts(ROOT, byTeam("fraud")))]);
    passes(control, [fraud(trusts(`arn:aws:iam::${HOME}:role/elsewhere`))]);
  });

  it("refuses a role of another team, by reference, by name, and by a condition", () => {
    const other = roleOf("vision", "vision-training", sagemaker);
    violates(control, [other, fraud(trustsRole(other))], assumed);
    violates(control, [other, fraud(trusts(`arn:aws:iam::${HOME}:role/vision-training`))], assumed);
    violates(control, [other, fraud(trusts(`arn:aws:sts::${HOME}:assumed-role/vision-training/x`))], assumed);
    const byArn = { Condition: { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/vision-*` } } };
    violates(control, [other, fraud(trusts(ROOT, byArn))], assumed);
  });

  it("refuses a chain, and prints it", () => {
    const other = roleOf("vision", "vision-training", sagemaker);
    const between = roleOf(undefined, "between", trustsRole(other));
    const own = roleOf("fraud", "pipeline", trustsRole(between));
    const chain = [other, between, own, fraud(trustsRole(own))];
    violates(control, chain, [...assumed, "pipeline (iam/role): assumeRolePolicy"]);
    const paths = judgeBy(control, chain, "known").violations.map(({ path }) => path);
    assert.deepEqual(paths, [
      ["vision-training", "between", "pipeline"],
      ["vision-training", "between", "pipeline", "reader"],
    ]);
  });

  it("ends at a circle of roles", () => {
    const a = roleOf("fraud", "a", trusts(`arn:aws:iam::${HOME}:role/b`));
    const b = roleOf("fraud", "b", trusts(`arn:aws:iam::${HOME}:role/a`));
    passes(control, [a, b]);
  });

  it("refuses a whole account, and another team's tag", () => {
    violates(control, [fraud(trusts(ROOT))], principal);
    violates(control, [fraud(trusts("*"))], principal);
    violates(control, [fraud(trusts(HOME))], principal);
    violates(control, [fraud(trusts(ROOT, byTeam("vision")))], principal);
    const either = { Condition: { StringEquals: { "aws:PrincipalTag/Team": ["fraud", "vision"] } } };
    violates(control, [fraud(trusts(ROOT, either))], principal);
    const ifExists = { Condition: { StringEqualsIfExists: { "aws:PrincipalTag/Team": "fraud" } } };
    violates(control, [fraud(trusts(ROOT, ifExists))], principal);
    violates(control, [fraud(trusts("arn:aws:iam::333333333333:root"))], principal);
  });

  it("refuses a stranger's role", () => {
    violates(control, [fraud(trusts("arn:aws:iam::999999999999:role/x"))], principal);
    passes(control, [fraud(trusts("arn:aws:iam::333333333333:role/x"))]);
  });

  it("has nothing to judge where no role has a team", () => {
    notApplicable(control, [roleOf(undefined, "reader", trusts(ROOT))]);
  });
});
