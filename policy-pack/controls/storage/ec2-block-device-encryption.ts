import {
  deferred,
  type Element,
  type Finding,
  isTrue,
  judgeValue,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const SPOT_FLEET = "aws:ec2/spotFleetRequest:SpotFleetRequest";

/** What makes images, or disks of tasks, and where each says whether its disks are encrypted. */
const OTHERS: Readonly<Record<string, { readonly disks: string; readonly encrypted: string }>> = {
  "aws:ecs/service:Service": { disks: "volumeConfiguration.managedEbsVolume", encrypted: "encrypted" },
  "aws:imagebuilder/containerRecipe:ContainerRecipe": {
    disks: "instanceConfiguration.blockDeviceMappings",
    encrypted: "ebs.encrypted",
  },
  "aws:imagebuilder/imageRecipe:ImageRecipe": { disks: "blockDeviceMappings", encrypted: "ebs.encrypted" },
};

export const ec2BlockDeviceEncryption: ResourceControl = {
  kind: "resource",
  name: "ec2-block-device-encryption",
  description:
    "The root and data disks of every instance, launch template, launch configuration and spot request are encrypted, and so are those of tasks and of image recipes.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Training data and credentials end up on instance disks; a disk that is not encrypted can be read from its snapshot in any account that gets hold of it.",
  fix: {
    text: "Declare the root disk and every data disk, and encrypt each. In a launch template the value is a string.",
    code: `new ec2.Instance("worker", { ..., rootBlockDevice: { encrypted: true, kmsKeyId: key.arn } });
new ec2.LaunchTemplate("worker", {
  ...,
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: key.arn } }],
});`,
  },
  frameworks: {
    nist: ["AU-9(3)", "SC-13", "SC-28(1)"],
    fsbp: ["EC2.3", "EC2.173", "EC2.181"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_8"],
  },
  types: [
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    LAUNCH_TEMPLATE,
    SPOT_FLEET,
    ...Object.keys(OTHERS),
  ],
  check: (subject) => {
    const other = OTHERS[subject.type];
    if (other !== undefined) return judgeDisks(subject, other.disks, other.encrypted, isDisk);
    if (subject.type === LAUNCH_TEMPLATE) return judgeTemplate(subject);
    if (subject.type === SPOT_FLEET) return judgeFleet(subject);
    return [...judgeRoot(subject), ...judgeDisks(subject, "ebsBlockDevices")];
  },
};

/** An instance may leave its root disk to a launch template, which is judged by itself. */
function judgeRoot(subject: Subject): readonly Finding[] {
  const fromTemplate = subject.properties.get("launchTemplate").state !== "unset";
  const ownRoot = subject.properties.get("rootBlockDevice").state !== "unset";
  if (fromTemplate && !ownRoot) return [];
  return mustBe(subject, "rootBlockDevice.encrypted", isTrue, "true");
}

function judgeDisks(
  subject: Subject,
  property: string,
  encrypted = "encrypted",
  isJudged: (disk: Element) => boolean = () => true,
): readonly Finding[] {
  const disks = subject.properties.list(property);
  if (disks.state === "unknown") return [deferred(subject, property)];
  if (disks.state === "unset") return [];
  return disks.value.filter(isJudged).flatMap((disk) => judgeEncrypted(subject, disk, encrypted));
}

function judgeEncrypted(subject: Subject, { path, properties }: Element, name: string): readonly Finding[] {
  return judgeValue(subject, `${path}.${name}`, properties.get(name), isTrue, "true");
}

/** A template without a mapping launches with the image's own root disk, encrypted or not. */
function judgeTemplate(subject: Subject): readonly Finding[] {
  const mappings = subject.properties.list("blockDeviceMappings");
  if (mappings.state === "unknown") return [deferred(subject, "blockDeviceMappings")];
  const disks = mappings.state === "known" ? mappings.value.filter(isDisk) : [];
  if (disks.length === 0) {
    return [
      violation(
        subject,
        "blockDeviceMappings",
        "no mapping of a disk",
        "a mapping of the root disk, encrypted",
      ),
    ];
  }
  return disks.flatMap((disk) => judgeEncrypted(subject, disk, "ebs.encrypted"));
}

/** A mapping that suppresses a device, or names an instance store, makes no EBS disk. */
function isDisk({ properties }: Element): boolean {
  return properties.get("noDevice").state === "unset" && properties.get("virtualName").state === "unset";
}

function judgeFleet(subject: Subject): readonly Finding[] {
  const specifications = subject.properties.list("launchSpecifications");
  if (specifications.state === "unknown") return [deferred(subject, "launchSpecifications")];
  if (specifications.state === "unset") return [];
  return specifications.value.flatMap(({ path, properties }) => {
    const roots = properties.list("rootBlockDevices");
    const hasRoot = roots.state === "unknown" || (roots.state === "known" && roots.value.length > 0);
    return [
      ...(hasRoot
        ? []
        : [violation(subject, `${path}.rootBlockDevices`, "not set", "an encrypted root disk")]),
      ...judgeDisks(subject, `${path}.rootBlockDevices`),
      ...judgeDisks(subject, `${path}.ebsBlockDevices`),
    ];
  });
}
