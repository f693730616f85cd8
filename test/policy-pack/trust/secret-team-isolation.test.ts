import { secretTeamIsolation as control } from "../../../policy-pack/controls/trust/secret-team-isolation";
import { HOME } from "../identity/cases";
import { declare, type Declared, ref, urnOf } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { roleOf, ROOT } from "./teams";

const fraud = roleOf("fraud", "fraud-reader");
const vision = roleOf("vision", "vision-reader");
const arnOf = (name: string) => `arn:aws:iam::${HOME}:role/${name}`;
const secret = declare("secretsmanager/secret:Secret", "api", { name: "api", tags: { Team: "fraud" } });
const policy = (...statements: readonly object[]): Declared =>
  declare("secretsmanager/secretPolicy:SecretPolicy", "p", {
    secretArn: ref(secret, "arn"),
    policy: { Statement: statements },
  });
const reading = { Action: "secretsmanager:GetSecretValue", Resource: "*" };
const allow = (aws: unknown, more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: aws },
  ...reading,
  ...more,
});
const denyBut = (condition: object, more: object = {}) => ({
  Effect: "Deny",
  Principal: "*",
  ...reading,
  Condition: condition,
  ...more,
});
const but = (...arns: readonly unknown[]) => denyBut({ ArnNotEquals: { "aws:PrincipalArn": arns } });
const first = ["p (secretsmanager/secretPolicy): policy.Statement[0]"];

describe("secret-team-isolation", () => {
  it("passes a secret that its own team reads", () => {
    passes(control, [secret, fraud, vision, policy(allow(ref(fraud, "arn")), but(ref(fraud, "arn")))]);
    passes(control, [secret, fraud, vision, policy(but(arnOf("fraud-reader"), arnOf("elsewhere")))]);
    passes(control, [
      secret,
      vision,
      policy(denyBut({ ArnEquals: { "aws:PrincipalArn": arnOf("vision-reader") } })),
    ]);
    passes(control, [
      secret,
      vision,
      policy(allow(ref(vision, "arn"), { Action: "secretsmanager:DescribeSecret" })),
    ]);
  });

  it("refuses another team's role that is allowed: by reference, name, condition or tag", () => {
    violates(control, [secret, vision, policy(allow(ref(vision, "arn")))], first);
    violates(control, [secret, vision, policy(allow(arnOf("vision-reader")))], first);
    const byArn = { Condition: { ArnLike: { "aws:PrincipalArn": arnOf("vision-*") } } };
    violates(control, [secret, vision, policy(allow(ROOT, byArn))], first);
    const byTag = { Condition: { StringEquals: { "aws:PrincipalTag/Team": "vision" } } };
    violates(control, [secret, policy(allow(ROOT, byTag))], first);
    violates(
      control,
      [secret, vision, policy(allow(ref(vision, "arn"), { Action: "secretsmanager:*" }))],
      first,
    );
    const notAction = {
      Effect: "Allow",
      Principal: { AWS: ref(vision, "arn") },
      NotAction: "s3:*",
      Resource: "*",
    };
    violates(control, [secret, vision, policy(notAction)], first);
  });

  it("refuses another team's role that a Deny leaves out", () => {
    violates(control, [secret, fraud, vision, policy(but(ref(fraud, "arn"), ref(vision, "arn")))], first);
    violates(control, [secret, vision, policy(but(arnOf("vision-reader")))], first);
    const byText = denyBut({ StringNotLike: { "aws:PrincipalArn": arnOf("vision-*") } });
    violates(control, [secret, vision, policy(byText)], first);
    const notPrincipal = { Effect: "Deny", NotPrincipal: { AWS: ref(vision, "arn") }, ...reading };
    violates(control, [secret, vision, policy(notPrincipal)], first);
    violates(
      control,
      [secret, policy(denyBut({ StringNotEquals: { "aws:PrincipalTag/Team": "vision" } }))],
      first,
    );
  });

  it("reads the secret's own block, a policy that is not known, and the team of its component", () => {
    const inline = declare("secretsmanager/secret:Secret", "s", {
      tags: { Team: "fraud" },
      policy: { Statement: [but(ref(vision, "arn"))] },
    });
    violates(control, [vision, inline], ["s (secretsmanager/secret): policy.Statement[0]"]);
    const workspace = declare("acme:index:Workspace", "fraud");
    const inside = { parent: urnOf(workspace) };
    const subnet = declare("ec2/subnet:Subnet", "a", { tags: { Team: "fraud" } }, inside);
    const elsewhere = declare(
      "secretsmanager/secretPolicy:SecretPolicy",
      "p",
      {
        secretArn: "arn:aws:secretsmanager:eu-central-1:222222222222:secret:x",
        policy: { Statement: [but(ref(vision, "arn"))] },
      },
      inside,
    );
    violates(control, [workspace, subnet, vision, elsewhere], first);
  });

  it("has nothing to judge without a team, a policy or a secret", () => {
    notApplicable(control, [secret, vision]);
    const nobodys = declare("secretsmanager/secret:Secret", "s", {
      policy: { Statement: [but(ref(vision, "arn"))] },
    });
    notApplicable(control, [vision, nobodys]);
  });
});
