import {
  type Finding,
  isTrue,
  judgeValue,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
} from "../../core";

export const snapshotAmiCopyEncryption: ResourceControl = {
  kind: "resource",
  name: "snapshot-ami-copy-encryption",
  description: "Copies of snapshots and images stay encrypted, under a customer managed key.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A copy that drops the encryption, or changes to AWS's key, leaves the data where the first key no longer guards it.",
  fix: {
    text: "Encrypt the copy with the team's key.",
    code: `new ec2.AmiCopy("training", { ..., encrypted: true, kmsKeyId: key.arn });`,
  },
  frameworks: {
    nist: ["SC-13", "SC-28(1)"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_183", "CKV_AWS_204", "CKV_AWS_235", "CKV_AWS_236"],
  },
  types: ["aws:ebs/snapshotCopy:SnapshotCopy", "aws:ec2/amiCopy:AmiCopy", "aws:ec2/ami:Ami"],
  check: (subject) =>
    subject.type === "aws:ec2/ami:Ami"
      ? judgeImage(subject)
      : [...mustBe(subject, "encrypted", isTrue, "true"), ...mustBeCustomerKey(subject, "kmsKeyId")],
};

/** A disk that is made from a snapshot is encrypted as the snapshot is; any other must say that it is. */
function judgeImage(subject: Subject): readonly Finding[] {
  const disks = subject.properties.list("ebsBlockDevices");
  if (disks.state !== "known") return [];
  return disks.value
    .filter((disk) => disk.properties.get("snapshotId").state === "unset")
    .flatMap((disk) =>
      judgeValue(subject, `${disk.path}.encrypted`, disk.properties.get("encrypted"), isTrue, "true"),
    );
}
