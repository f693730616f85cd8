import { smTrainingInVpc as control } from "../../../policy-pack/controls/sagemaker-training/sm-training-in-vpc";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { around, group, key, ofTraining, ofTuning, subnet, training, tuning } from "./training-cases";

const table = declare("ec2/routeTable:RouteTable", "public");
const gateway = declare("ec2/internetGateway:InternetGateway", "igw");
const toInternet = [
  table,
  gateway,
  declare("ec2/routeTableAssociation:RouteTableAssociation", "a", {
    subnetId: ref(subnet),
    routeTableId: ref(table),
  }),
  declare("ec2/route:Route", "r", {
    routeTableId: ref(table),
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: ref(gateway),
  }),
];

describe("sm-training-in-vpc", () => {
  it("passes jobs in private subnets with groups", () => {
    passes(control, [...around, training({}), tuning({})]);
  });

  it("finds no configuration, and one with half of it missing", () => {
    const subnets = ofTraining("vpcConfig.subnets");
    const groups = ofTraining("vpcConfig.securityGroupIds");
    violates(control, [...around, training({ vpcConfig: undefined })], [subnets, groups]);
    violates(
      control,
      [...around, training({ vpcConfig: { subnets: [], securityGroupIds: [ref(group)] } })],
      [subnets],
    );
    violates(control, [...around, training({ vpcConfig: { subnets: [ref(subnet)] } })], [groups]);
    violates(
      control,
      [...around, tuning({ vpcConfig: undefined })],
      ["subnets", "securityGroupIds"].map((name) => ofTuning(`trainingJobDefinitions[0].vpcConfig.${name}`)),
    );
  });

  it("finds a subnet that routes to the internet", () => {
    violates(control, [...around, ...toInternet, training({})], [ofTraining("vpcConfig")]);
    violates(control, [...around, ...toInternet, tuning({})], [ofTuning("trainingJobDefinitions")]);
  });

  it("has nothing to judge without a job", () => {
    notApplicable(control, [key]);
  });
});
