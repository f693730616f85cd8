import { kmsKeyTeamIsolation as control } from "../../../policy-pack/controls/trust/kms-key-team-isolation";
import { AT_HOME, HOME } from "../identity/cases";
import { declare, type Declared, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { keyOf, roleOf, ROOT } from "./teams";

const fraud = roleOf("fraud", "fraud-training");
const vision = roleOf("vision", "vision-training");
const uses = (aws: unknown, parts: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: aws },
  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
  Resource: "*",
  ...parts,
});
const byRole = (role: Declared) => uses(ref(role, "arn"));
const first = ["data (kms/key): policy.Statement[0]"];

describe("kms-key-team-isolation", () => {
  it("passes a key of a team whose roles alone may use it", () => {
    passes(control, [fraud, keyOf("fraud", "data", byRole(fraud))]);
    passes(control, [keyOf("fraud", "data", uses(ROOT, { Action: "kms:DescribeKey" }))]);
    passes(control, [vision, keyOf("fraud", "data", { ...byRole(vision), Effect: "Deny" })]);
  });

  it("refuses another team's role in the policy: by reference, by name, by condition", () => {
    violates(control, [vision, keyOf("fraud", "data", byRole(vision))], first);
    const named = `arn:aws:iam::${HOME}:role/vision-training`;
    violates(control, [vision, keyOf("fraud", "data", uses(named))], first);
    const byArn = { Condition: { ArnEquals: { "aws:PrincipalArn": [named] } } };
    violates(control, [vision, keyOf("fraud", "data", uses(ROOT, byArn))], first);
    const byTag = { Condition: { StringEquals: { "aws:PrincipalTag/Team": "vision" } } };
    violates(
      control,
      [keyOf("fraud", "data", uses(ROOT, byTag))],
      ["data (kms/key): policy.Statement[0].Condition.StringEquals.aws:PrincipalTag/Team"],
    );
    violates(control, [vision, keyOf("fraud", "data", { ...byRole(vision), Action: "kms:*" })], first);
  });

  it("refuses whatever another team's role may do with the key, but to look at it", () => {
    for (const Action of [
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:GenerateDataKeyPair",
      "kms:PutKeyPolicy",
      "kms:Sign",
    ]) {
      violates(control, [vision, keyOf("fraud", "data", { ...byRole(vision), Action })], first);
    }
    const { Action: _, ...nothing } = byRole(vision);
    violates(control, [vision, keyOf("fraud", "data", { ...nothing, NotAction: "kms:DeleteAlias" })], first);
    passes(control, [vision, keyOf("fraud", "data", { ...byRole(vision), Action: "kms:DescribeKey" })]);
  });

  it("reads a policy of its own, and grants", () => {
    const key = keyOf("fraud", "data");
    const policy = declare("kms/keyPolicy:KeyPolicy", "p", {
      keyId: ref(key),
      policy: { Statement: [byRole(vision)] },
    });
    violates(control, [vision, key, policy], ["p (kms/keyPolicy): policy.Statement[0]"]);
    const grant = declare("kms/grant:Grant", "g", { keyId: ref(key), granteePrincipal: ref(vision, "arn") });
    violates(control, [vision, key, grant], ["g (kms/grant): granteePrincipal"]);
    passes(control, [
      fraud,
      key,
      declare("kms/grant:Grant", "g", { keyId: ref(key), granteePrincipal: ref(fraud, "arn") }),
    ]);
  });

  const groupOf = (team: string, name: string) =>
    declare("cloudwatch/logGroup:LogGroup", name, { name, tags: { Team: team } }, AT_HOME);
  const byLogs = (...names: readonly string[]) => ({
    ...uses(undefined, { Principal: { Service: "logs.eu-central-1.amazonaws.com" } }),
    Condition: {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": names.map(
          (name) => `arn:aws:logs:eu-central-1:${HOME}:log-group:${name}`,
        ),
      },
    },
  });

  it("refuses another team's log group in the policy", () => {
    const groups = [groupOf("fraud", "/fraud/a"), groupOf("vision", "/vision/a")];
    passes(control, [...groups, keyOf("fraud", "data", byLogs("/fraud/a", "/fraud/later"))]);
    passes(control, [...groups, keyOf("fraud", "data", byLogs("*"))]);
    const at = (i: number) => [
      `data (kms/key): policy.Statement[0].Condition.ArnLike.kms:EncryptionContext:aws:logs:arn[${i}]`,
    ];
    violates(control, [...groups, keyOf("fraud", "data", byLogs("/vision/a"))], at(0));
    violates(control, [...groups, keyOf("fraud", "data", byLogs("/fraud/a", "/vision/*"))], at(1));
    violates(control, [...groups, keyOf("fraud", "data", byLogs("/vision/a:*"))], at(0));
    violates(
      control,
      [...groups, keyOf(undefined, "data", byLogs("/vision/a", "/fraud/a"))],
      ["data (kms/key): tags.Team"],
    );
  });

  it("refuses a key without a team that two teams have", () => {
    const key = keyOf(undefined, "shared", byRole(fraud));
    const queue = (team: string) =>
      declare("sqs/queue:Queue", `${team}-jobs`, { kmsMasterKeyId: ref(key), tags: { Team: team } });
    passes(control, [fraud, key, queue("fraud")]);
    violates(control, [fraud, key, queue("vision")], ["shared (kms/key): tags.Team"]);
  });

  it("has nothing to judge without keys", () => notApplicable(control, [fraud]));
});
