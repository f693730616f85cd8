import type { Subject } from "../contract/subject";
import type { Change, Remediation } from "./remediation";
import { fillIn } from "./remediation";

/** Encrypts disks of which the program does not say whether they are. */
export const encryptDisks: Remediation = {
  name: "remediate-disk-encryption",
  control: "ec2-block-device-encryption",
  description:
    "Encrypts volumes, and the disks of instances and launch templates, that say nothing of encryption.",
  types: ["aws:ebs/volume:Volume", "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"],
  changes: (subject) => {
    switch (subject.type) {
      case "aws:ebs/volume:Volume":
        return fillIn(subject, "encrypted", true);
      case "aws:ec2/launchTemplate:LaunchTemplate":
        // A launch template has the words for what an instance has booleans for.
        return disksOf(subject, "blockDeviceMappings")
          .filter((path) => subject.properties.get(`${path}.ebs`).state === "known")
          .flatMap((path) => fillIn(subject, `${path}.ebs.encrypted`, "true"));
      default:
        return [
          ...fillIn(subject, "rootBlockDevice.encrypted", true),
          ...disksOf(subject, "ebsBlockDevices").flatMap((path) =>
            fillIn(subject, `${path}.encrypted`, true),
          ),
        ];
    }
  },
};

/** The paths of a list's elements that are known to be there. */
function disksOf(subject: Subject, property: string): readonly Change["path"][] {
  const disks = subject.properties.list(property);
  if (disks.state !== "known") return [];
  return disks.value.filter(({ value }) => value.state === "known").map(({ path }) => path);
}
