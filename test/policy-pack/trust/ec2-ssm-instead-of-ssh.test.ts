import { ec2SsmInsteadOfSsh as control } from "../../../policy-pack/controls/trust/ec2-ssm-instead-of-ssh";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const profile = declare("iam/instanceProfile:InstanceProfile", "gpu");
const pair = declare("ec2/keyPair:KeyPair", "laptop");
const instance = (props: Readonly<Record<string, unknown>> = { iamInstanceProfile: ref(profile, "name") }) =>
  declare("ec2/instance:Instance", "gpu", props);
const template = (props: Readonly<Record<string, unknown>>) =>
  declare("ec2/launchTemplate:LaunchTemplate", "nodes", props);

describe("ec2-ssm-instead-of-ssh", () => {
  it("finds the key pair itself", () => {
    violates(
      control,
      [declare("ec2/keyPair:KeyPair", "k", { publicKey: "ssh-ed25519 x" })],
      ["k (ec2/keyPair): "],
    );
  });

  it("passes an instance with a profile and no key", () => {
    passes(control, [profile, instance()]);
    passes(control, [profile, template({ iamInstanceProfile: { name: ref(profile, "name") } })]);
    const own = template({ iamInstanceProfile: { arn: ref(profile, "arn") } });
    passes(control, [profile, own, instance({ launchTemplate: { id: ref(own) } })]);
  });

  it("refuses a key pair, known or not", () => {
    const keyed = (keyName: unknown) => instance({ iamInstanceProfile: "gpu", keyName });
    violates(control, [keyed("laptop")], ["gpu (ec2/instance): keyName"]);
    violates(
      control,
      [pair, keyed(ref(pair, "keyName"))],
      ["gpu (ec2/instance): keyName", "laptop (ec2/keyPair): "],
    );
    violates(
      control,
      [template({ keyName: "laptop", iamInstanceProfile: { name: "gpu" } })],
      ["nodes (ec2/launchTemplate): keyName"],
    );
    const batch = declare("batch/computeEnvironment:ComputeEnvironment", "jobs", {
      computeResources: { ec2KeyPair: "laptop", instanceRole: "batch" },
    });
    violates(control, [batch], ["jobs (batch/computeEnvironment): computeResources.ec2KeyPair"]);
  });

  it("refuses an instance without a profile, whatever launches it", () => {
    violates(control, [instance({})], ["gpu (ec2/instance): iamInstanceProfile"]);
    violates(control, [instance({ iamInstanceProfile: "" })], ["gpu (ec2/instance): iamInstanceProfile"]);
    violates(control, [template({})], ["nodes (ec2/launchTemplate): iamInstanceProfile"]);
    violates(
      control,
      [declare("ec2/launchConfiguration:LaunchConfiguration", "old")],
      ["old (ec2/launchConfiguration): iamInstanceProfile"],
    );
  });

  it("takes a template whose instances get their role from EKS or Batch", () => {
    const own = template({});
    passes(control, [own, declare("eks/nodeGroup:NodeGroup", "n", { launchTemplate: { id: ref(own) } })]);
    const resources = { computeResources: { launchTemplate: { launchTemplateId: ref(own) } } };
    passes(control, [own, declare("batch/computeEnvironment:ComputeEnvironment", "b", resources)]);
  });

  it("has nothing to judge without instances", () => notApplicable(control, [profile]));
});
