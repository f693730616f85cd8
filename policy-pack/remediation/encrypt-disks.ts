import type { Subject } from "../contract/subject";
import { type Change, fillIn, placesOf, type Remediation } from "./remediation";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const SPOT_FLEET = "aws:ec2/spotFleetRequest:SpotFleetRequest";
const VOLUME = "aws:ebs/volume:Volume";

/** Encrypts disks of which the program does not say whether they are. */
export const encryptDisks: Remediation = {
  name: "remediate-disk-encryption",
  controls: ["ec2-block-device-encryption", "ebs-volume-cmk-encryption"],
  description:
    "Encrypts volumes, and the disks of instances, spot requests and launch templates, that say nothing of encryption.",
  types: [
    VOLUME,
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    TEMPLATE,
    SPOT_FLEET,
  ],
  changes: (subject) => {
    switch (subject.type) {
      case VOLUME:
        return fillIn(subject, "encrypted", true);
      case TEMPLATE:
        // A launch template has the words for what an instance has booleans for. Only what has a block is an EBS disk.
        return placesOf(subject, "blockDeviceMappings[].ebs")
          .filter((path) => subject.properties.get(path).state === "known")
          .flatMap((path) => fillIn(subject, `${path}.encrypted`, "true"));
      case SPOT_FLEET:
        return ["rootBlockDevices", "ebsBlockDevices"].flatMap((disks) =>
          encryptAll(subject, `launchSpecifications[].${disks}`),
        );
      default:
        return [...encryptRoot(subject), ...encryptAll(subject, "ebsBlockDevices")];
    }
  },
};

/** An instance may leave its root disk to a launch template, where the change belongs. */
function encryptRoot(subject: Subject): readonly Change[] {
  const isSet = (property: string) => subject.properties.get(property).state !== "unset";
  if (isSet("launchTemplate") && !isSet("rootBlockDevice")) return [];
  return fillIn(subject, "rootBlockDevice.encrypted", true);
}

function encryptAll(subject: Subject, disks: string): readonly Change[] {
  return placesOf(subject, `${disks}[].encrypted`).flatMap((path) => fillIn(subject, path, true));
}
