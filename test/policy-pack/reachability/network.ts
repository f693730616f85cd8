import { declare, type Declared, ref } from "../support/resources";

/** A VPC with an internet gateway, and what hangs on it. */
export const vpc = declare("ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
export const gateway = declare("ec2/internetGateway:InternetGateway", "igw", { vpcId: ref(vpc) });
export const subnet = declare("ec2/subnet:Subnet", "ml-a", { vpcId: ref(vpc), cidrBlock: "10.0.1.0/24" });
export const table = declare("ec2/routeTable:RouteTable", "rtb", { vpcId: ref(vpc) });
export const association = declare("ec2/routeTableAssociation:RouteTableAssociation", "rtb-ml-a", {
  subnetId: ref(subnet),
  routeTableId: ref(table),
});

/** A route of the table; by default everything to the internet gateway. */
export const route = (props: object = { gatewayId: ref(gateway) }, name = "out"): Declared =>
  declare("ec2/route:Route", name, {
    routeTableId: ref(table),
    destinationCidrBlock: "0.0.0.0/0",
    ...props,
  });

/** The network with one route, and what runs in it. */
export const network = (...more: readonly Declared[]): readonly Declared[] => [
  vpc,
  gateway,
  subnet,
  table,
  association,
  ...more,
];

export const model = declare("sagemaker/model:Model", "scoring", { vpcConfig: { subnets: [ref(subnet)] } });
