import { gpuInstanceNoPublicIp as control } from "../../../policy-pack/controls/compute/gpu-instance-no-public-ip";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { privateSubnet, publicSubnet } from "./network-cases";

const instance = (props: Declared["props"]) =>
  declare("ec2/instance:Instance", "gpu", { instanceType: "g5.xlarge", ...props });
const template = (props: Declared["props"]) => declare("ec2/launchTemplate:LaunchTemplate", "lt", props);
const gpuTemplate = template({ instanceType: "p4d.24xlarge" });

describe("gpu-instance-no-public-ip", () => {
  it("passes an instance that refuses an address, and one in a private subnet", () => {
    passes(control, [instance({ associatePublicIpAddress: false }), publicSubnet]);
    passes(control, [instance({ subnetId: ref(privateSubnet) }), privateSubnet]);
    passes(control, [
      instance({ subnetId: ref(publicSubnet), associatePublicIpAddress: false }),
      publicSubnet,
    ]);
  });

  it("passes launchers in private subnets, or whose template refuses addresses", () => {
    const refusing = template({
      instanceType: "g6.xlarge",
      networkInterfaces: [{ associatePublicIpAddress: "false" }],
    });
    const group = (lt: Declared, subnet: Declared) =>
      declare("autoscaling/group:Group", "asg", {
        launchTemplate: { id: ref(lt) },
        vpcZoneIdentifiers: [ref(subnet)],
      });
    passes(control, [gpuTemplate, privateSubnet, group(gpuTemplate, privateSubnet)]);
    passes(control, [refusing, publicSubnet, group(refusing, publicSubnet)]);
  });

  it("has nothing to judge without an accelerator", () => {
    notApplicable(control, [instance({ instanceType: "m5.large", associatePublicIpAddress: true })]);
    notApplicable(control, [privateSubnet]);
  });

  it("finds an address that is asked for, as a boolean or as text", () => {
    const line = ["gpu (ec2/instance): associatePublicIpAddress"];
    violates(
      control,
      [instance({ associatePublicIpAddress: true, subnetId: ref(privateSubnet) }), privateSubnet],
      line,
    );
    violates(control, [instance({ associatePublicIpAddress: "true" })], line);
    violates(
      control,
      [
        declare("ec2/spotInstanceRequest:SpotInstanceRequest", "spot", {
          instanceType: "trn1.2xlarge",
          associatePublicIpAddress: true,
        }),
      ],
      ["spot (ec2/spotInstanceRequest): associatePublicIpAddress"],
    );
  });

  it("finds an address that the subnet hands out, the default subnet's too", () => {
    const line = ["gpu (ec2/instance): associatePublicIpAddress"];
    violates(control, [instance({ subnetId: ref(publicSubnet) }), publicSubnet], line);
    const defaultSubnet = declare("ec2/defaultSubnet:DefaultSubnet", "default", {
      availabilityZone: "eu-central-1a",
    });
    violates(control, [instance({ subnetId: ref(defaultSubnet) }), defaultSubnet], line);
  });

  it("finds an instance that names no subnet, or one of another stack, and refuses nothing", () => {
    violates(control, [instance({})], ["gpu (ec2/instance): associatePublicIpAddress"]);
    violates(
      control,
      [instance({ subnetId: "subnet-0123456789abcdef0" })],
      ["gpu (ec2/instance): associatePublicIpAddress"],
    );
  });

  it("finds elastic addresses, by every way to attach one", () => {
    const own = instance({ associatePublicIpAddress: false });
    const line = ["gpu (ec2/instance): publicIp"];
    violates(control, [own, declare("ec2/eip:Eip", "eip", { instance: ref(own) })], line);
    violates(
      control,
      [
        own,
        declare("ec2/eipAssociation:EipAssociation", "a", {
          instanceId: ref(own),
          allocationId: "eipalloc-1",
        }),
      ],
      line,
    );
    const eni = declare("ec2/networkInterface:NetworkInterface", "eni", { subnetId: ref(privateSubnet) });
    const withEni = instance({ primaryNetworkInterface: { networkInterfaceId: ref(eni) } });
    passes(control, [privateSubnet, eni, withEni]);
    violates(
      control,
      [privateSubnet, eni, withEni, declare("ec2/eip:Eip", "eip", { networkInterface: ref(eni) })],
      line,
    );
    const attachment = declare("ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", "at", {
      instanceId: ref(own),
      networkInterfaceId: ref(eni),
      deviceIndex: 1,
    });
    violates(
      control,
      [privateSubnet, eni, own, attachment, declare("ec2/eip:Eip", "eip", { networkInterface: ref(eni) })],
      line,
    );
  });

  it("finds a template that asks for addresses, with and without a user", () => {
    const asking = template({
      instanceType: "inf2.xlarge",
      networkInterfaces: [{ associatePublicIpAddress: "true" }],
    });
    const line = "lt (ec2/launchTemplate): networkInterfaces[0].associatePublicIpAddress";
    violates(control, [asking], [line]);
    const user = declare("ec2/instance:Instance", "user", {
      launchTemplate: { id: ref(asking) },
      subnetId: ref(privateSubnet),
    });
    violates(control, [asking, privateSubnet, user], [line, "user (ec2/instance): launchTemplate"]);
  });

  it("finds launchers that bring an accelerator into a public subnet", () => {
    const both = [gpuTemplate, publicSubnet];
    const id = { id: ref(gpuTemplate) };
    const subnet = ref(publicSubnet);
    violates(
      control,
      [
        ...both,
        declare("autoscaling/group:Group", "asg", { launchTemplate: id, vpcZoneIdentifiers: [subnet] }),
      ],
      ["asg (autoscaling/group): vpcZoneIdentifiers"],
    );
    violates(
      control,
      [
        publicSubnet,
        declare("eks/nodeGroup:NodeGroup", "ng", {
          instanceTypes: ["m5.large", "g6e.xlarge"],
          subnetIds: [subnet],
        }),
      ],
      ["ng (eks/nodeGroup): subnetIds"],
    );
    violates(
      control,
      [
        publicSubnet,
        declare("batch/computeEnvironment:ComputeEnvironment", "ce", {
          computeResources: { instanceTypes: ["g5"], subnets: [subnet] },
        }),
      ],
      ["ce (batch/computeEnvironment): computeResources"],
    );
    const fleetConfig = [
      {
        launchTemplateSpecification: { launchTemplateId: ref(gpuTemplate) },
        overrides: [{ subnetId: subnet }],
      },
    ];
    violates(
      control,
      [...both, declare("ec2/fleet:Fleet", "fleet", { launchTemplateConfigs: fleetConfig })],
      ["fleet (ec2/fleet): launchTemplateConfigs"],
    );
    violates(
      control,
      [
        publicSubnet,
        declare("ec2/spotFleetRequest:SpotFleetRequest", "sf", {
          launchSpecifications: [{ instanceType: "vt1.3xlarge", subnetId: subnet }],
        }),
      ],
      ["sf (ec2/spotFleetRequest): launchSpecifications"],
    );
    violates(
      control,
      [
        publicSubnet,
        declare("autoscaling/group:Group", "mixed", {
          mixedInstancesPolicy: {
            launchTemplate: { overrides: [{ instanceType: "m5.large" }, { instanceType: "dl1.24xlarge" }] },
          },
          vpcZoneIdentifiers: [subnet],
        }),
      ],
      ["mixed (autoscaling/group): vpcZoneIdentifiers"],
    );
  });

  it("finds an accelerator that is asked for by attribute, and an old launch configuration", () => {
    const byAttribute = template({ instanceRequirements: { acceleratorCount: { min: 1 } } });
    violates(
      control,
      [
        byAttribute,
        publicSubnet,
        declare("autoscaling/group:Group", "asg", {
          launchTemplate: { id: ref(byAttribute) },
          vpcZoneIdentifiers: [ref(publicSubnet)],
        }),
      ],
      ["asg (autoscaling/group): vpcZoneIdentifiers"],
    );
    const old = declare("ec2/launchConfiguration:LaunchConfiguration", "old", {
      instanceType: "p3.2xlarge",
      associatePublicIpAddress: true,
    });
    const group = declare("autoscaling/group:Group", "asg", {
      launchConfiguration: ref(old, "name"),
      vpcZoneIdentifiers: [ref(privateSubnet)],
    });
    violates(
      control,
      [old, privateSubnet, group],
      [
        "old (ec2/launchConfiguration): associatePublicIpAddress",
        "asg (autoscaling/group): launchConfiguration",
      ],
    );
  });

  it("waits while the type is not known yet", () => {
    const type = declare("ssm/parameter:Parameter", "type", { value: "p5.48xlarge" });
    const line = "gpu (ec2/instance): associatePublicIpAddress";
    defers(
      control,
      [type, instance({ instanceType: ref(type, "value"), associatePublicIpAddress: true })],
      [line],
      [line],
    );
  });

  it("waits for a template's interfaces and flags that are not known yet, used or not", () => {
    const maker = declare("sqs/queue:Queue", "q", {
      open: "true",
      all: [{ associatePublicIpAddress: "true" }],
    });
    const asking = (networkInterfaces: unknown) =>
      template({ instanceType: "p4d.24xlarge", networkInterfaces });
    const flag = "lt (ec2/launchTemplate): networkInterfaces[0].associatePublicIpAddress";
    defers(control, [maker, asking([{ associatePublicIpAddress: ref(maker, "open") }])], [flag], [flag]);
    defers(
      control,
      [maker, asking(ref(maker, "all"))],
      ["lt (ec2/launchTemplate): networkInterfaces"],
      [flag],
    );
    const kind = declare("ssm/parameter:Parameter", "type", { value: "p5.48xlarge" });
    const late = template({
      instanceType: ref(kind, "value"),
      networkInterfaces: [{ associatePublicIpAddress: "true" }],
    });
    defers(control, [kind, late], [flag], [flag]);
  });

  it("finds addresses of IPv6 that a template asks for, and what is launched from it", () => {
    const asking = template({ instanceType: "p4d.24xlarge", networkInterfaces: [{ ipv6AddressCount: 1 }] });
    const line = "lt (ec2/launchTemplate): networkInterfaces[0].ipv6AddressCount";
    violates(control, [asking], [line]);
    const group = declare("autoscaling/group:Group", "asg", {
      launchTemplate: { id: ref(asking) },
      vpcZoneIdentifiers: [ref(privateSubnet)],
    });
    violates(control, [asking, privateSubnet, group], [line, "asg (autoscaling/group): launchTemplate"]);
    passes(control, [
      template({ instanceType: "p4d.24xlarge", networkInterfaces: [{ ipv6AddressCount: 0 }] }),
    ]);
  });

  it("waits for what may name an accelerator as a whole", () => {
    const maker = declare("sqs/queue:Queue", "q", { places: { instanceTypes: ["g5"], subnets: [] } });
    const batch = declare("batch/computeEnvironment:ComputeEnvironment", "ce", {
      computeResources: ref(maker, "places"),
    });
    const line = ["ce (batch/computeEnvironment): computeResources"];
    defers(control, [maker, batch], line, line);
  });
});
