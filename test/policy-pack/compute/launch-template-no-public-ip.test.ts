import { launchTemplateNoPublicIp as control } from "../../../policy-pack/controls/compute/launch-template-no-public-ip";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { privateSubnet } from "./network-cases";

const template = (props: object) => [
  declare("ec2/launchTemplate:LaunchTemplate", "lt", { imageId: "ami-1", ...props }),
];

describe("launch-template-no-public-ip", () => {
  it("passes a template that refuses addresses, or leaves them to the subnet", () => {
    passes(control, template({ networkInterfaces: [{ associatePublicIpAddress: "false" }] }));
    passes(control, template({ networkInterfaces: [{ securityGroups: ["sg-1"] }] }));
    passes(control, template({}));
  });

  it("finds one that asks, as text or as a boolean, on any interface", () => {
    const line = (i: number) => [`lt (ec2/launchTemplate): networkInterfaces[${i}].associatePublicIpAddress`];
    violates(control, template({ networkInterfaces: [{ associatePublicIpAddress: "true" }] }), line(0));
    violates(control, template({ networkInterfaces: [{}, { associatePublicIpAddress: true }] }), line(1));
    violates(
      control,
      [declare("ec2/launchConfiguration:LaunchConfiguration", "lc", { associatePublicIpAddress: true })],
      ["lc (ec2/launchConfiguration): associatePublicIpAddress"],
    );
  });

  it("finds addresses of IPv6", () => {
    violates(control, template({ networkInterfaces: [{ ipv6AddressCount: 1 }] }), [
      "lt (ec2/launchTemplate): networkInterfaces[0].ipv6AddressCount",
    ]);
  });

  it("waits for interfaces that are not known yet", () => {
    const list = declare("ssm/parameter:Parameter", "p", { value: [{ associatePublicIpAddress: "true" }] });
    defers(
      control,
      template({ networkInterfaces: ref(list, "value") }),
      ["lt (ec2/launchTemplate): networkInterfaces"],
      ["lt (ec2/launchTemplate): networkInterfaces[0].associatePublicIpAddress"],
    );
  });

  it("judges nothing else", () => {
    notApplicable(control, [privateSubnet]);
  });
});
