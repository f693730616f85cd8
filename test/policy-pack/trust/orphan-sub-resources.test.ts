import { orphanSubResources as control } from "../../../policy-pack/controls/trust/orphan-sub-resources";
import { type Declared, declare, ref, urnOf } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const bucket = declare("s3/bucket:Bucket", "data", { bucket: "acme-data" });
const block = (name: unknown) =>
  declare("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "block", { bucket: name });
const found = ["block (s3/bucketPublicAccessBlock): bucket"];
const lists = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };

describe("orphan-sub-resources", () => {
  it("passes what belongs to a resource of the stack, by reference or by name", () => {
    passes(control, [bucket, block(ref(bucket))]);
    passes(control, [bucket, block("acme-data")]);
    const stack = declare("pulumi:pulumi:StackReference", "core");
    passes(control, [stack, block(ref(stack, "bucket"))]);
  });

  it("passes a bucket outside whose name is known", () => {
    passes(control, [block("acme-other")], lists);
    violates(control, [block("acm-other")], found, lists);
  });

  it("refuses a name that nothing has, or none", () => {
    violates(control, [bucket, block("acme-dat")], found);
    violates(control, [bucket, block(undefined)], found);
    violates(control, [bucket, block("")], found);
  });

  for (const [type, property, outside] of [
    ["ec2/securityGroupRule:SecurityGroupRule", "securityGroupId", "sg-0123456789abcdef0"],
    ["vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId", "sg-0123456789abcdef0"],
    ["ec2/route:Route", "routeTableId", "rtb-0123456789abcdef0"],
    ["ec2/networkAclRule:NetworkAclRule", "networkAclId", "acl-0123456789abcdef0"],
    ["kms/alias:Alias", "targetKeyId", "1234abcd-12ab-34cd-56ef-1234567890ab"],
    [
      "secretsmanager/secretPolicy:SecretPolicy",
      "secretArn",
      "arn:aws:secretsmanager:eu-central-1:222222222222:secret:x",
    ],
    ["sqs/queuePolicy:QueuePolicy", "queueUrl", "https://sqs.eu-central-1.amazonaws.com/222222222222/q"],
  ] as const) {
    it(`tells a name of AWS's from a typo in ${type}`, () => {
      passes(control, [declare(type, "x", { [property]: outside })]);
      violates(
        control,
        [declare(type, "x", { [property]: "typo" })],
        [`x (${type.split(":")[0] ?? ""}): ${property}`],
      );
    });
  }

  it("refuses a policy for a role that is not there", () => {
    const role = declare("iam/role:Role", "training", { name: "training" });
    const policy = (name: string) => declare("iam/rolePolicy:RolePolicy", "p", { role: name });
    passes(control, [role, policy("training")]);
    violates(control, [role, policy("trainer")], ["p (iam/rolePolicy): role"]);
  });

  it("refuses a policy in a role's own component that goes to another role", () => {
    const within = (of: Declared) => ({ parent: urnOf(of) });
    const component = declare("acme:iam:Role", "training");
    const own = declare("iam/role:Role", "training", { name: "training" }, within(component));
    const other = declare("iam/role:Role", "notebook", { name: "notebook" });
    const policy = (role: unknown, parent = component) =>
      declare("iam/rolePolicy:RolePolicy", "p", { role }, within(parent));
    const graph = [component, own, other];
    const refused = ["p (iam/rolePolicy): role"];
    passes(control, [...graph, policy(ref(own, "name"))]);
    passes(control, [...graph, policy("training")]);
    violates(control, [...graph, policy(ref(other, "name"))], refused);
    violates(control, [...graph, policy("notebook")], refused);
    const attachment = declare(
      "iam/rolePolicyAttachment:RolePolicyAttachment",
      "a",
      { role: ref(other, "name"), policyArn: "arn:aws:iam::222222222222:policy/training" },
      within(component),
    );
    violates(control, [...graph, attachment], ["a (iam/rolePolicyAttachment): role"]);

    // Components that hold more, or several roles, and the stack itself, may give others' roles something.
    const endpoint = declare("sagemaker/endpoint:Endpoint", "e", {}, within(component));
    passes(control, [...graph, endpoint, policy(ref(other, "name"))]);
    const second = declare("iam/role:Role", "second", { name: "second" }, within(component));
    passes(control, [...graph, second, policy(ref(other, "name"))]);
    const stack = declare("pulumi:pulumi:Stack", "stack");
    const top = declare("iam/role:Role", "training", { name: "training" }, within(stack));
    passes(control, [stack, top, other, policy(ref(other, "name"), stack)]);
  });

  it("refuses a policy on another role than those that it names", () => {
    const role = declare("iam/role:Role", "client", { name: "acme-client" });
    const other = declare("iam/role:Role", "other", { name: "acme-other" });
    const arn = (name: string) => `arn:aws:iam::222222222222:role/${name}`;
    const policy = (condition: object, on: Declared = role) =>
      declare("iam/rolePolicy:RolePolicy", "p", {
        role: ref(on, "name"),
        policy: { Statement: [{ Effect: "Allow", Action: "a:b", Resource: "*", Condition: condition }] },
      });
    const named = (operator: string, ...names: readonly string[]) => ({
      [operator]: { "aws:PrincipalArn": names.map(arn) },
    });
    const refused = ["p (iam/rolePolicy): role"];
    const both = [role, other];
    passes(control, [...both, policy(named("ArnEquals", "acme-client"))]);
    violates(control, [...both, policy(named("ArnEquals", "acme-client"), other)], refused);
    violates(control, [...both, policy(named("StringEquals", "acme-client"), other)], refused);
    violates(control, [...both, policy(named("ArnLike", "*-client"), other)], refused);
    // One of several is enough, and a path is none of a role's name.
    passes(control, [...both, policy(named("ArnEquals", "acme-client", "acme-other"), other)]);
    passes(control, [...both, policy(named("ArnEquals", "ml/acme-other"), other)]);
    passes(control, [...both, policy(named("ArnLike", "acme-*"), other)]);
    // These don't say for whom the policy is.
    passes(control, [...both, policy(named("ArnNotEquals", "acme-client"), other)]);
    passes(control, [...both, policy(named("ArnEqualsIfExists", "acme-client"), other)]);
    passes(control, [...both, policy({ ArnLike: { "aws:PrincipalArn": "*" } }, other)]);
    passes(control, [...both, policy({ StringEquals: { "aws:PrincipalAccount": "222222222222" } }, other)]);
    // A name that AWS makes up may be any.
    const unnamed = declare("iam/role:Role", "unnamed");
    passes(control, [...both, unnamed, policy(named("ArnEquals", "acme-client"), unnamed)]);
  });

  it("waits for a name that is not known", () => {
    defers(control, [block(UNKNOWN)], found, found);
  });

  it("has nothing to judge in a bucket alone", () => notApplicable(control, [bucket]));
});
