import assert from "node:assert/strict";
import { DIRECT } from "../../../policy-pack/controls/trust/escalations";
import { MOVERS } from "../../../policy-pack/controls/trust/role-movers";
import { RUNNERS } from "../../../policy-pack/controls/trust/role-runners";
import { iamNoPrivilegeEscalation as control } from "../../../policy-pack/controls/trust/iam-no-privilege-escalation";
import { actionsCoveredBy } from "../../../policy-pack/iam/actions";
import { HOME } from "../identity/cases";
import { HARMLESS, PASSING } from "./passing-actions";
import { declare, type Declared, ref } from "../support/resources";
import { judgeBy, notApplicable, passes, violates } from "../support/verdicts";
import { roleOf, ROOT, trusts, trustsRole } from "./teams";

const arn = (name: string) => `arn:aws:iam::${HOME}:role/${name}`;
const allow = (action: unknown, resource: unknown = "*", parts: object = {}) => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...parts,
});
const lab = roleOf("fraud", "lab");
const policy = (name: string, ...statements: readonly object[]) =>
  declare("iam/rolePolicy:RolePolicy", name, { role: ref(lab), policy: { Statement: statements } });
const has = (...statements: readonly object[]): readonly Declared[] => [lab, policy("p", ...statements)];
const first = ["p (iam/rolePolicy): policy.Statement[0]"];
const toSagemaker = { Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } } };

describe("iam-no-privilege-escalation", () => {
  it("speaks of actions that exist", () => {
    const actions = [...DIRECT, ...[...RUNNERS, ...MOVERS].flatMap((taker) => taker.actions), "iam:PassRole"];
    assert.deepEqual(
      actions.filter((action) => actionsCoveredBy(action).length !== 1),
      [],
    );
  });

  it("takes what stands before the slash in S3 for a bucket, and elsewhere for a kind", () => {
    passes(control, has(allow("s3:*", "arn:aws:s3:::acme-data/*")));
    for (const resource of ["arn:aws:s3:::*", "arn:aws:s3:::*/*"])
      violates(control, has(allow("s3:PutBucketPolicy", resource)), first);
    violates(control, has(allow("lambda:UpdateFunctionCode", "arn:aws:lambda:*:*:function:*")), first);
  });

  it("knows every action that takes iam:PassRole too, save those that give the caller nothing of the role", () => {
    const known = new Set([...RUNNERS, ...MOVERS].flatMap(({ actions }) => actions));
    const passing = Object.entries(PASSING).flatMap(([service, names]) =>
      names.split(" ").map((name) => `${service}:${name}`),
    );
    assert.equal(passing.length, 250);
    assert.deepEqual(
      passing.filter((action) => !known.has(action) && !HARMLESS.includes(action)),
      [],
    );
    assert.deepEqual(
      HARMLESS.filter((action) => known.has(action) || !passing.includes(action)),
      [],
    );
  });

  it("puts together what a group, a permission set, or a role outside the stack has", () => {
    const passing = JSON.stringify({ Statement: allow("iam:PassRole") });
    const starting = declare("iam/policy:Policy", "starting", {
      name: "starting",
      policy: { Statement: allow("ec2:RunInstances") },
    });
    const cases = [
      [
        declare("iam/groupPolicy:GroupPolicy", "p", { group: "people", policy: passing }),
        declare("iam/groupPolicyAttachment:GroupPolicyAttachment", "a", {
          group: "people",
          policyArn: ref(starting, "arn"),
        }),
      ],
      [
        declare("ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "p", {
          permissionSetArn: "arn:aws:sso:::permissionSet/x",
          inlinePolicy: passing,
        }),
        declare("ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment", "a", {
          permissionSetArn: "arn:aws:sso:::permissionSet/x",
          customerManagedPolicyReference: { name: "starting" },
        }),
      ],
      [
        declare("iam/rolePolicy:RolePolicy", "p", { role: "elsewhere", policy: passing }),
        declare("iam/rolePolicyAttachment:RolePolicyAttachment", "a", {
          role: "elsewhere",
          policyArn: ref(starting, "arn"),
        }),
      ],
    ] as const;
    for (const [policy, attachment] of cases) {
      const report = judgeBy(control, [starting, policy, attachment], "known");
      assert.equal(report.violations.length, 1, policy.type);
      passes(control, [starting, policy]);
    }
  });

  it("knows relatives of passing a role", () => {
    for (const action of ["codebuild:StartBuild", "eks:CreateAccessEntry", "sso:CreateAccountAssignment"])
      violates(control, has(allow(action)), first);
    const toTasks = { Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } };
    violates(
      control,
      has(allow("iam:PassRole", "*", toTasks), allow("ecs:StartTask", "arn:aws:ecs:eu-central-1:1:task/a")),
      first,
    );
  });

  it("passes what does not lead further", () => {
    passes(control, has(allow("s3:GetObject", "arn:aws:s3:::acme-data/*")));
    passes(
      control,
      has(allow("iam:PassRole", arn("training"), toSagemaker), allow("sagemaker:CreateTrainingJob")),
    );
    passes(
      control,
      has(allow("lambda:UpdateFunctionCode", `arn:aws:lambda:eu-central-1:${HOME}:function:scoring`)),
    );
    passes(control, has(allow("sts:AssumeRole", arn("reader"))));
    passes(control, has(allow("iam:PassRole")));
  });

  for (const action of [
    "iam:CreatePolicyVersion",
    "iam:PutRolePolicy",
    "IAM:Attach*",
    "lambda:UpdateFunctionCode",
    "sts:AssumeRole",
  ]) {
    it(`finds ${action} by itself`, () => violates(control, has(allow(action)), first));
  }

  it("counts a role among those that it may change", () => {
    violates(control, has(allow("iam:PutRolePolicy", arn("lab"))), first);
    violates(control, has(allow("iam:PutRolePolicy", arn("acme-*"))), first);
    passes(control, has(allow("iam:PutRolePolicy", arn("other"))));
  });

  for (const { service, actions } of [...RUNNERS, ...MOVERS]) {
    // What passes by itself, so that only the role that is passed counts.
    const action = actions.find((one) => !DIRECT.includes(one)) ?? "";
    it(`finds iam:PassRole to ${service} with ${action}, and no other service or role of one's own`, () => {
      const to = (name: string) => ({ Condition: { StringEquals: { "iam:PassedToService": name } } });
      violates(control, has(allow("iam:PassRole", "*", to(service)), allow(action)), first);
      passes(control, has(allow("iam:PassRole", "*", to("nobody.amazonaws.com")), allow(action)));
      passes(control, has(allow("iam:PassRole", arn("own"), to(service)), allow(action)));
    });
  }

  it("adds up the documents of a role: inline, managed, attached", () => {
    violates(
      control,
      [lab, policy("p", allow("iam:PassRole")), policy("q", allow("ec2:RunInstances"))],
      first,
    );
    const managed = declare("iam/policy:Policy", "managed", {
      policy: { Statement: [allow("lambda:CreateFunction")] },
    });
    const attachment = declare("iam/rolePolicyAttachment:RolePolicyAttachment", "a", {
      role: ref(lab),
      policyArn: ref(managed, "arn"),
    });
    passes(control, [managed, ...has(allow("iam:PassRole"))]);
    violates(control, [managed, attachment, ...has(allow("iam:PassRole"))], first);
  });

  it("holds the role that is passed, and the service, against each other", () => {
    const runs = allow("ec2:RunInstances");
    passes(control, has(allow("iam:PassRole", "*", toSagemaker), runs));
    violates(
      control,
      has(allow("iam:PassRole", "*", toSagemaker), allow("sagemaker:CreateNotebookInstance")),
      first,
    );
    const vision = roleOf("vision", "vision-training");
    violates(control, [vision, ...has(allow("iam:PassRole", arn("vision-training")), runs)], first);
    violates(control, [vision, ...has(allow("iam:PassRole", ref(vision, "arn")), runs)], first);
    passes(control, [roleOf("fraud", "training"), ...has(allow("iam:PassRole", arn("training")), runs)]);
  });

  it("minds what takes a grant back, or binds it", () => {
    passes(
      control,
      has(allow("iam:CreatePolicyVersion"), { Effect: "Deny", Action: "iam:*", Resource: "*" }),
    );
    const some = { Effect: "Deny", Action: "iam:*", Resource: arn("x") };
    violates(control, has(allow("iam:CreatePolicyVersion"), some), first);
    const bound = {
      Condition: { StringEquals: { "iam:PermissionsBoundary": `arn:aws:iam::${HOME}:policy/b` } },
    };
    passes(control, has(allow("iam:PutRolePolicy", "*", bound)));
  });

  it("minds the permissions boundary", () => {
    const boundary = (...statements: readonly object[]) =>
      declare("iam/policy:Policy", "boundary", { name: "boundary", policy: { Statement: statements } });
    const bounded = declare("iam/role:Role", "lab", {
      name: "lab",
      permissionsBoundary: `arn:aws:iam::${HOME}:policy/boundary`,
    });
    const own = declare("iam/rolePolicy:RolePolicy", "p", {
      role: ref(bounded),
      policy: { Statement: [allow("iam:CreateAccessKey")] },
    });
    passes(control, [boundary(allow("s3:*")), bounded, own]);
    violates(control, [boundary(allow("*")), bounded, own], first);
  });

  it("follows roles that may become one that escalates", () => {
    const strong = roleOf(undefined, "strong", trustsRole(lab));
    const grants = declare("iam/rolePolicy:RolePolicy", "s", {
      role: ref(strong),
      policy: { Statement: [allow("iam:AttachRolePolicy")] },
    });
    const resources = [lab, strong, grants];
    violates(control, resources, ["s (iam/rolePolicy): policy.Statement[0]", "lab (iam/role): "]);
    const chain = judgeBy(control, resources, "known").violations.find(({ urn }) => urn.endsWith("::lab"));
    assert.deepEqual(chain?.path, ["lab", "strong", "iam:AttachRolePolicy"]);
  });

  it("follows a permission to assume a role that trusts the account", () => {
    const strong = roleOf(undefined, "strong", trusts(ROOT));
    const grants = declare("iam/rolePolicy:RolePolicy", "s", {
      role: ref(strong),
      policy: { Statement: [allow("iam:AttachRolePolicy")] },
    });
    violates(
      control,
      [strong, grants, ...has(allow("sts:AssumeRole", ref(strong, "arn")))],
      ["s (iam/rolePolicy): policy.Statement[0]", "lab (iam/role): "],
    );
  });

  it("has nothing to judge without policies", () => notApplicable(control, [lab]));
});
