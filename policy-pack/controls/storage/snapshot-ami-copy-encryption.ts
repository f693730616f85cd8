import {
  deferred,
  type Element,
  type Finding,
  isTrue,
  join,
  judgeCustomerKey,
  judgeValue,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
} from "../../core";

const IMAGE = "aws:ec2/ami:Ami";
const LIFECYCLE = "aws:dlm/lifecyclePolicy:LifecyclePolicy";

export const snapshotAmiCopyEncryption: ResourceControl = {
  kind: "resource",
  name: "snapshot-ami-copy-encryption",
  description:
    "Copies and imports of snapshots and images, those of lifecycle policies too, are encrypted under a customer managed key.",
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
  types: [
    "aws:ebs/snapshotCopy:SnapshotCopy",
    "aws:ebs/snapshotImport:SnapshotImport",
    "aws:ec2/amiCopy:AmiCopy",
    IMAGE,
    LIFECYCLE,
  ],
  check: (subject) => {
    if (subject.type === IMAGE) return judgeImage(subject);
    if (subject.type === LIFECYCLE) return judgeLifecycle(subject);
    return [...mustBe(subject, "encrypted", isTrue, "true"), ...mustBeCustomerKey(subject, "kmsKeyId")];
  },
};

/** A disk that is made from a snapshot is encrypted as the snapshot is; any other must say that it is. */
function judgeImage(subject: Subject): readonly Finding[] {
  const disks = subject.properties.list("ebsBlockDevices");
  if (disks.state === "unknown") return [deferred(subject, "ebsBlockDevices")];
  if (disks.state === "unset") return [];
  return disks.value
    .filter((disk) => disk.properties.get("snapshotId").state === "unset")
    .flatMap((disk) =>
      judgeValue(subject, `${disk.path}.encrypted`, disk.properties.get("encrypted"), isTrue, "true"),
    );
}

/** Data Lifecycle Manager copies by schedules and on events; without a key it takes the account's default one there. */
function judgeLifecycle(policy: Subject): readonly Finding[] {
  const schedules = policy.properties.list("policyDetails.schedules");
  if (schedules.state === "unknown") return [deferred(policy, "policyDetails.schedules")];
  const lists = [
    ...(schedules.state === "known"
      ? schedules.value.map(({ path, properties }) => ({
          path: join(path, "crossRegionCopyRules"),
          list: properties.list("crossRegionCopyRules"),
        }))
      : []),
    { path: ON_EVENTS, list: policy.properties.list(ON_EVENTS) },
  ];
  return lists.flatMap(({ path, list }) => {
    if (list.state === "unknown") return [deferred(policy, path)];
    return list.state === "known" ? list.value.flatMap((copy) => judgeCopy(policy, copy)) : [];
  });
}

const ON_EVENTS = "policyDetails.action.crossRegionCopies";

function judgeCopy(policy: Subject, { path, properties }: Element): readonly Finding[] {
  const block = path.startsWith(ON_EVENTS) ? "encryptionConfiguration." : "";
  const [encrypted, key] = [`${block}encrypted`, `${block}cmkArn`];
  return [
    ...judgeValue(policy, `${path}.${encrypted}`, properties.get(encrypted), isTrue, "true"),
    ...judgeCustomerKey(policy, `${path}.${key}`, properties.get(key)),
  ];
}
