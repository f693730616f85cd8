import { lambdaInVpc as control } from "../../../policy-pack/controls/endpoints/lambda-in-vpc";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const subnet = (name: string, availabilityZone?: string) =>
  declare("ec2/subnet:Subnet", name, { availabilityZone });
const a = subnet("a", "eu-central-1a");
const b = subnet("b", "eu-central-1b");
const group = declare("ec2/securityGroup:SecurityGroup", "workloads");
const fn = (vpcConfig?: object) => declare("lambda/function:Function", "rotate", { vpcConfig });
const at = (property: string) => `rotate (lambda/function): vpcConfig.${property}`;

describe("lambda-in-vpc", () => {
  it("passes a function in two zones with a group", () => {
    passes(control, [a, b, group, fn({ subnetIds: [ref(a), ref(b)], securityGroupIds: [ref(group)] })]);
    passes(control, [fn({ subnetIds: ["subnet-0a1", "subnet-0b2"], securityGroupIds: ["sg-0a1"] })]);
  });

  it("refuses a function outside the VPC, or with empty lists", () => {
    violates(control, [fn()], [at("subnetIds"), at("securityGroupIds")]);
    violates(
      control,
      [fn({ subnetIds: [], securityGroupIds: [] })],
      [at("subnetIds"), at("securityGroupIds")],
    );
  });

  it("refuses one subnet, and two of one zone", () => {
    violates(
      control,
      [a, group, fn({ subnetIds: [ref(a)], securityGroupIds: [ref(group)] })],
      [at("subnetIds")],
    );
    const twin = subnet("twin", "eu-central-1a");
    violates(
      control,
      [a, twin, group, fn({ subnetIds: [ref(a), ref(twin)], securityGroupIds: [ref(group)] })],
      [at("subnetIds")],
    );
  });

  it("has nothing to judge without a function", () => notApplicable(control, [a]));
});
