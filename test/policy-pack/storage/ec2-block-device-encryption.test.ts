import { ec2BlockDeviceEncryption as control } from "../../../policy-pack/controls/storage/ec2-block-device-encryption";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const ON = { encrypted: true };
const instance = (props: object) => [declare("ec2/instance:Instance", "i", { ami: "ami-1", ...props })];
const template = (...mappings: readonly object[]) => [
  declare("ec2/launchTemplate:LaunchTemplate", "lt", { blockDeviceMappings: mappings }),
];

describe("ec2-block-device-encryption", () => {
  it("passes encrypted root and data disks", () => {
    passes(control, instance({ rootBlockDevice: ON, ebsBlockDevices: [ON, ON] }));
    passes(control, [declare("ec2/spotInstanceRequest:SpotInstanceRequest", "s", { rootBlockDevice: ON })]);
    passes(control, [declare("ec2/launchConfiguration:LaunchConfiguration", "lc", { rootBlockDevice: ON })]);
    passes(control, [
      declare("ec2/spotFleetRequest:SpotFleetRequest", "f", {
        launchSpecifications: [{ rootBlockDevices: [ON] }],
      }),
    ]);
  });

  it("passes templates with the string that AWS wants, and mappings that make no disk", () => {
    passes(
      control,
      template({ ebs: { encrypted: "true" } }, { noDevice: "true" }, { virtualName: "ephemeral0" }),
    );
  });

  it("passes an instance that leaves its disks to a template", () => {
    passes(control, instance({ launchTemplate: { id: "lt-1" } }));
  });

  it("judges the disks of image recipes and of tasks", () => {
    const recipe = (ebs: object) => [
      declare("imagebuilder/imageRecipe:ImageRecipe", "r", {
        blockDeviceMappings: [{ ebs }, { noDevice: true }],
      }),
    ];
    passes(control, recipe({ encrypted: "true" }));
    violates(control, recipe({ encrypted: "false" }), [
      "r (imagebuilder/imageRecipe): blockDeviceMappings[0].ebs.encrypted",
    ]);
    violates(control, recipe({ volumeSize: 8 }), [
      "r (imagebuilder/imageRecipe): blockDeviceMappings[0].ebs.encrypted",
    ]);
    passes(control, [declare("imagebuilder/imageRecipe:ImageRecipe", "r")]);
    const service = (managedEbsVolume: object) => [
      declare("ecs/service:Service", "s", { volumeConfiguration: { name: "v", managedEbsVolume } }),
    ];
    passes(control, service({ encrypted: true }));
    violates(control, service({ encrypted: false }), [
      "s (ecs/service): volumeConfiguration.managedEbsVolume.encrypted",
    ]);
  });

  it("finds a root disk that says nothing, or no", () => {
    violates(control, instance({}), ["i (ec2/instance): rootBlockDevice.encrypted"]);
    violates(control, instance({ rootBlockDevice: { volumeSize: 100 } }), [
      "i (ec2/instance): rootBlockDevice.encrypted",
    ]);
    violates(control, instance({ rootBlockDevice: { encrypted: false }, launchTemplate: { id: "lt-1" } }), [
      "i (ec2/instance): rootBlockDevice.encrypted",
    ]);
  });

  it("finds one data disk among encrypted ones", () => {
    violates(control, instance({ rootBlockDevice: ON, ebsBlockDevices: [ON, { volumeSize: 5 }] }), [
      "i (ec2/instance): ebsBlockDevices[1].encrypted",
    ]);
  });

  it("finds templates that leave the root disk to the image, or say false", () => {
    violates(control, template(), ["lt (ec2/launchTemplate): blockDeviceMappings"]);
    violates(control, template({ noDevice: "true" }), ["lt (ec2/launchTemplate): blockDeviceMappings"]);
    violates(control, template({ ebs: { encrypted: "false" } }), [
      "lt (ec2/launchTemplate): blockDeviceMappings[0].ebs.encrypted",
    ]);
    violates(control, template({ ebs: { volumeSize: 8 } }), [
      "lt (ec2/launchTemplate): blockDeviceMappings[0].ebs.encrypted",
    ]);
  });

  it("finds the disks of a spot fleet", () => {
    const fleet = (specification: object) => [
      declare("ec2/spotFleetRequest:SpotFleetRequest", "f", { launchSpecifications: [specification] }),
    ];
    violates(control, fleet({}), ["f (ec2/spotFleetRequest): launchSpecifications[0].rootBlockDevices"]);
    violates(control, fleet({ rootBlockDevices: [{}], ebsBlockDevices: [ON] }), [
      "f (ec2/spotFleetRequest): launchSpecifications[0].rootBlockDevices[0].encrypted",
    ]);
  });

  it("waits for a switch that is not known yet", () => {
    const flag = declare("ssm/parameter:Parameter", "p", { value: false });
    const line = "i (ec2/instance): rootBlockDevice.encrypted";
    defers(control, instance({ rootBlockDevice: { encrypted: ref(flag, "value") } }), [line], [line]);
  });

  it("judges nothing else", () => {
    notApplicable(control, [declare("ec2/vpc:Vpc", "vpc")]);
  });
});
