import { smModelInVpc } from "../../../policy-pack/controls/sagemaker/sm-model-in-vpc";
import { smModelNetworkIsolation } from "../../../policy-pack/controls/sagemaker/sm-model-network-isolation";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const model = (props: Declared["props"]) => declare("sagemaker/model:Model", "m", props);
const at = (property: string) => [`m (sagemaker/model): ${property}`];
const subnets = ["a", "b"].map((name) => declare("ec2/subnet:Subnet", name));
const group = declare("ec2/securityGroup:SecurityGroup", "sg");

describe("sm-model-network-isolation", () => {
  const control = smModelNetworkIsolation;

  it("passes only what is isolated", () => {
    passes(control, [model({ enableNetworkIsolation: true })]);
    violates(control, [model({})], at("enableNetworkIsolation"));
    violates(control, [model({ enableNetworkIsolation: false })], at("enableNetworkIsolation"));
    const flag = declare("ssm/parameter:Parameter", "p", { value: false });
    defers(
      control,
      [model({ enableNetworkIsolation: ref(flag, "value") })],
      at("enableNetworkIsolation"),
      at("enableNetworkIsolation"),
    );
    notApplicable(control, [group]);
  });
});

describe("sm-model-in-vpc", () => {
  const control = smModelInVpc;
  const vpcConfig = (of: readonly Declared[], groups = [group]) => ({
    vpcConfig: { subnets: of.map((one) => ref(one)), securityGroupIds: groups.map((one) => ref(one)) },
  });

  it("passes private subnets with groups: two in prod, one below", () => {
    passes(control, [...subnets, group, model(vpcConfig(subnets))]);
    passes(control, [...subnets, group, model(vpcConfig(subnets.slice(0, 1)))], { tier: "dev" });
  });

  it("finds two subnets that are one, or of one zone, in prod", () => {
    const twice = (id: string, other: string) =>
      model({ vpcConfig: { subnets: [id, other], securityGroupIds: ["sg-0a1b2c3d"] } });
    passes(control, [twice("subnet-0a1b2c3d", "subnet-0d3c2b1a")]);
    violates(control, [twice("subnet-0a1b2c3d", "subnet-0a1b2c3d")], at("vpcConfig.subnets"));
    const inZone = (zone: string, name: string) =>
      declare("ec2/subnet:Subnet", name, { availabilityZone: zone });
    const placed = (zones: readonly string[]) => {
      const all = zones.map((zone, index) => inZone(zone, `s${index}`));
      return [...all, group, model(vpcConfig(all))];
    };
    passes(control, placed(["eu-central-1a", "eu-central-1b"]));
    violates(control, placed(["eu-central-1a", "eu-central-1a"]), at("vpcConfig.subnets"));
    passes(control, placed(["eu-central-1a", "eu-central-1a"]), { tier: "staging" });
  });

  it("finds no VPC, too few subnets, no groups", () => {
    violates(control, [model({})], [...at("vpcConfig.subnets"), ...at("vpcConfig.securityGroupIds")]);
    violates(control, [...subnets, group, model(vpcConfig(subnets.slice(0, 1)))], at("vpcConfig.subnets"));
    violates(control, [...subnets, model(vpcConfig(subnets, []))], at("vpcConfig.securityGroupIds"));
    notApplicable(control, [group]);
  });

  it("finds one subnet of several that routes to the internet", () => {
    const table = declare("ec2/routeTable:RouteTable", "rtb");
    const ways = [
      table,
      declare("ec2/routeTableAssociation:RouteTableAssociation", "as", {
        subnetId: ref(subnets[1] as Declared),
        routeTableId: ref(table),
      }),
      declare("ec2/route:Route", "r", {
        routeTableId: ref(table),
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: "igw-1",
      }),
    ];
    violates(control, [...subnets, group, ...ways, model(vpcConfig(subnets))], at("vpcConfig.subnets"));
  });
});
