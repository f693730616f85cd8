import { iamNoAdminPolicy as control } from "../../../policy-pack/controls/identity/iam-no-admin-policy";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { managedPolicy, reads } from "./cases";

const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const attach = (policyArn: unknown) =>
  declare("iam/rolePolicyAttachment:RolePolicyAttachment", "attached", { role: "r", policyArn });
const AWS_POLICY = "arn:aws:iam::aws:policy/";

describe("iam-no-admin-policy", () => {
  it("passes least privilege, a Deny of everything, and service roles", () => {
    passes(control, [managedPolicy(reads())]);
    passes(control, [managedPolicy({ ...everything, Effect: "Deny" })]);
    passes(control, [attach(`${AWS_POLICY}service-role/AWSLambdaBasicExecutionRole`)]);
    const own = managedPolicy(reads());
    passes(control, [own, attach(ref(own, "arn"))]);
  });

  it("refuses every action on every resource, however it is written", () => {
    const at = (path: string) => [`access (iam/policy): policy.Statement[0].${path}`];
    violates(control, [managedPolicy(everything)], at("Action"));
    violates(control, [managedPolicy({ ...everything, Action: "?*" })], at("Action"));
    violates(control, [managedPolicy({ ...everything, Action: ["s3:GetObject", "*:*"] })], at("Action[1]"));
    violates(
      control,
      [managedPolicy({ ...everything, Resource: ["arn:aws:s3:::a", "arn:*:*:*:*:*"] })],
      at("Action"),
    );
    violates(
      control,
      [managedPolicy({ ...everything, Condition: { Bool: { "aws:SecureTransport": "true" } } })],
      at("Action"),
    );
  });

  it("refuses all but a few resources, all but a few actions, and every action of IAM", () => {
    const at = (path: string) => [`access (iam/policy): policy.Statement[0].${path}`];
    const { Resource: _, ...nowhere } = everything;
    violates(control, [managedPolicy({ ...nowhere, NotResource: "arn:aws:s3:::a" })], at("Action"));
    const { Action: __, ...nothing } = everything;
    violates(control, [managedPolicy({ ...nothing, NotAction: "aws-portal:*" })], at("NotAction"));
    violates(control, [managedPolicy({ ...everything, Action: ["s3:GetObject", "IAM:*"] })], at("Action[1]"));
  });

  it("leaves what cannot give itself the rest to other controls", () => {
    const { Action: _, ...nothing } = everything;
    passes(control, [managedPolicy({ ...nothing, NotAction: ["iam:*", "organizations:*"] })]);
    passes(control, [managedPolicy({ ...nothing, NotAction: "s3:*", Resource: "arn:aws:s3:::a" })]);
    passes(control, [
      managedPolicy({ ...everything, Action: "iam:*", Resource: "arn:aws:iam::222222222222:role/a" }),
    ]);
  });

  it("refuses it in every place that holds a policy", () => {
    const policy = JSON.stringify({ Statement: everything });
    const inline = declare("iam/role:Role", "r", { inlinePolicies: [{ name: "a", policy }] });
    violates(control, [inline], ["r (iam/role): inlinePolicies[0].policy.Statement.Action"]);
    for (const holder of [
      "iam/rolePolicy:RolePolicy",
      "iam/userPolicy:UserPolicy",
      "iam/groupPolicy:GroupPolicy",
      "iot/policy:Policy",
    ]) {
      const [short = ""] = holder.split(":");
      violates(control, [declare(holder, "p", { policy })], [`p (${short}): policy.Statement.Action`]);
    }
  });

  it("refuses AWS's policies for administrators, attached or named by the role", () => {
    const found = ["attached (iam/rolePolicyAttachment): policyArn"];
    violates(control, [attach(`${AWS_POLICY}AdministratorAccess`)], found);
    violates(control, [attach(`${AWS_POLICY}IAMFullAccess`)], found);
    violates(control, [attach("arn:aws-cn:iam::aws:policy/AdministratorAccess")], found);
    const role = declare("iam/role:Role", "r", { managedPolicyArns: [`${AWS_POLICY}AdministratorAccess`] });
    violates(control, [role], ["r (iam/role): managedPolicyArns[0]"]);
    for (const [type, list] of [
      ["iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "policyArns"],
      ["iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "policyArns"],
      ["ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", "managedPolicyArns"],
    ] as const) {
      const only = declare(type, "only", { [list]: [`${AWS_POLICY}AdministratorAccess`] });
      violates(control, [only], [`only (${type.split(":")[0] ?? ""}): ${list}[0]`]);
    }
  });

  it("leaves a policy alone that is only a boundary, and no other", () => {
    const boundary = managedPolicy(everything);
    const bounded = declare("iam/role:Role", "r", { permissionsBoundary: ref(boundary, "arn") });
    notApplicable(control, [boundary, bounded]);
    violates(
      control,
      [boundary, bounded, attach(ref(boundary, "arn"))],
      ["access (iam/policy): policy.Statement[0].Action"],
    );
  });

  it("knows a boundary by its name, before AWS has told its ARN", () => {
    const policy = { Statement: everything };
    const boundary = declare("iam/policy:Policy", "b", { name: "acme-boundary", policy });
    const permissionsBoundary = "arn:aws:iam::222222222222:policy/acme-boundary";
    notApplicable(control, [boundary, declare("iam/role:Role", "r", { permissionsBoundary })]);
  });

  it("defers an attachment whose policy comes from elsewhere", () => {
    const other = declare("pulumi:pulumi:StackReference", "org", {
      policyArn: `${AWS_POLICY}AdministratorAccess`,
    });
    const found = ["attached (iam/rolePolicyAttachment): policyArn"];
    defers(control, [other, attach(ref(other, "policyArn"))], found, found);
  });

  it("refuses what is no policy document", () => {
    violates(control, [declare("iam/policy:Policy", "p", { policy: "{}" })], ["p (iam/policy): policy"]);
  });

  it("has nothing to judge without policies", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "data")]);
  });
});
