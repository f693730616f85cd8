import { ec2NoPublicIp as control } from "../../../policy-pack/controls/compute/ec2-no-public-ip";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { privateSubnet, publicSubnet } from "./network-cases";

const instance = (props: object) =>
  declare("ec2/instance:Instance", "web", { instanceType: "m5.large", ...props });
const LINE = ["web (ec2/instance): associatePublicIpAddress"];

describe("ec2-no-public-ip", () => {
  it("passes an instance in a private subnet, and one that refuses an address", () => {
    passes(control, [instance({ subnetId: ref(privateSubnet) }), privateSubnet]);
    passes(control, [instance({ associatePublicIpAddress: false })]);
  });

  it("finds an address asked for, handed out, and attached", () => {
    violates(control, [instance({ associatePublicIpAddress: true })], LINE);
    violates(control, [instance({ subnetId: ref(publicSubnet) }), publicSubnet], LINE);
    const own = instance({ associatePublicIpAddress: false });
    violates(
      control,
      [own, declare("ec2/eip:Eip", "eip", { instance: ref(own) })],
      ["web (ec2/instance): publicIp"],
    );
  });

  it("finds an elastic address by each output of an instance, and one for an instance that is not here", () => {
    const own = instance({ associatePublicIpAddress: false });
    const address = (type: string, props: Declared["props"]) => declare(type, "address", props);
    for (const attached of [
      address("ec2/eip:Eip", { networkInterface: ref(own, "primaryNetworkInterfaceId") }),
      address("ec2/eip:Eip", { associateWithPrivateIp: ref(own, "privateIp") }),
      address("ec2/eipAssociation:EipAssociation", {
        networkInterfaceId: ref(own, "primaryNetworkInterfaceId"),
      }),
      address("ec2/eipAssociation:EipAssociation", { privateIpAddress: ref(own, "privateIp") }),
    ]) {
      violates(control, [own, attached], ["web (ec2/instance): publicIp"]);
    }
    violates(control, [address("ec2/eip:Eip", { instance: "i-0a1b2c3d" })], ["address (ec2/eip): instance"]);
    violates(
      control,
      [address("ec2/eipAssociation:EipAssociation", { networkInterfaceId: "eni-0a1b2c3d" })],
      ["address (ec2/eipAssociation): networkInterfaceId"],
    );
    const forNat = address("ec2/eip:Eip", { domain: "vpc" });
    notApplicable(control, [
      forNat,
      declare("ec2/natGateway:NatGateway", "nat", { allocationId: ref(forNat) }),
    ]);
  });

  it("finds addresses of IPv6, which are public", () => {
    const quiet = { associatePublicIpAddress: false };
    violates(
      control,
      [instance({ ...quiet, ipv6AddressCount: 1 })],
      ["web (ec2/instance): ipv6AddressCount"],
    );
    violates(
      control,
      [instance({ ...quiet, ipv6Addresses: ["2001:db8::1"] })],
      ["web (ec2/instance): ipv6Addresses[0]"],
    );
    passes(control, [instance({ ...quiet, ipv6AddressCount: 0 })]);
    const maker = declare("sqs/queue:Queue", "q", { count: 1 });
    const line = ["web (ec2/instance): ipv6AddressCount"];
    defers(control, [maker, instance({ ...quiet, ipv6AddressCount: ref(maker, "count") })], line, line);
  });

  it("asks each part of a spot fleet", () => {
    const fleet = (...launchSpecifications: readonly object[]) =>
      declare("ec2/spotFleetRequest:SpotFleetRequest", "fleet", { launchSpecifications });
    const quiet = { subnetId: ref(privateSubnet), associatePublicIpAddress: false };
    passes(control, [fleet(quiet, quiet), privateSubnet]);
    violates(
      control,
      [fleet(quiet, { subnetId: ref(publicSubnet) }), privateSubnet, publicSubnet],
      ["fleet (ec2/spotFleetRequest): launchSpecifications"],
    );
  });

  for (const [type, props, property] of [
    ["emr/cluster:Cluster", (subnet: unknown) => ({ ec2Attributes: { subnetId: subnet } }), "ec2Attributes"],
    [
      "imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
      (subnet: unknown) => ({ subnetId: subnet }),
      "subnetId",
    ],
    ["cloud9/environmentEC2:EnvironmentEC2", (subnet: unknown) => ({ subnetId: subnet }), "subnetId"],
    [
      "ecs/capacityProvider:CapacityProvider",
      (subnet: unknown) => ({
        managedInstancesProvider: {
          instanceLaunchTemplate: {
            networkConfiguration: { subnets: subnet === undefined ? undefined : [subnet] },
          },
        },
      }),
      "managedInstancesProvider",
    ],
  ] as const) {
    it(`finds ${type} in a public subnet and in none, and leaves one of another stack to that`, () => {
      const found = [`x (${type.split(":")[0] ?? ""}): ${property}`];
      const launcher = (subnet: unknown) => declare(type, "x", props(subnet));
      violates(control, [launcher(ref(publicSubnet)), publicSubnet], found);
      violates(control, [launcher(undefined)], found);
      passes(control, [launcher(ref(privateSubnet)), privateSubnet]);
      passes(control, [launcher("subnet-0a1b2c3d")]);
    });
  }

  it("waits for network interfaces that are not known yet", () => {
    const maker = declare("sqs/queue:Queue", "q", {
      closed: [{ associatePublicIpAddress: "false" }],
      silent: [{ deviceIndex: 0 }],
    });
    const fleet = (output: string) => {
      const template = declare("ec2/launchTemplate:LaunchTemplate", "t", {
        networkInterfaces: ref(maker, output),
      });
      const group = {
        vpcZoneIdentifiers: ["subnet-0aaa1111bbbb2222c"],
        launchTemplate: { id: ref(template) },
      };
      return [maker, template, declare("autoscaling/group:Group", "web", group)];
    };
    const line = ["web (autoscaling/group): vpcZoneIdentifiers"];
    defers(control, fleet("closed"), line, []);
    defers(control, fleet("silent"), line, line);
    const places = declare("sqs/queue:Queue", "q", { places: { type: "FARGATE" } });
    const jobs = declare("batch/computeEnvironment:ComputeEnvironment", "jobs", {
      computeResources: ref(places, "places"),
    });
    defers(control, [places, jobs], ["jobs (batch/computeEnvironment): computeResources"], []);
  });

  it("has nothing to judge where nothing is launched, jobs on Fargate among it", () => {
    notApplicable(control, [publicSubnet]);
    const jobs = (type: string) =>
      declare("batch/computeEnvironment:ComputeEnvironment", "jobs", { computeResources: { type } });
    notApplicable(control, [jobs("FARGATE")]);
    violates(control, [jobs("EC2")], ["jobs (batch/computeEnvironment): computeResources"]);
  });
});
