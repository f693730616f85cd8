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

  it("waits for a name that is not known", () => {
    defers(control, [block(UNKNOWN)], found, found);
  });

  it("has nothing to judge in a bucket alone", () => notApplicable(control, [bucket]));
});
