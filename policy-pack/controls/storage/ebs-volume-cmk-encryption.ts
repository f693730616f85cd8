import { isTrue, mustBe, mustBeCustomerKey, type ResourceControl } from "../../core";

export const ebsVolumeCmkEncryption: ResourceControl = {
  kind: "resource",
  name: "ebs-volume-cmk-encryption",
  description: "Every EBS volume is encrypted, in prod with a customer managed key.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A snapshot of a volume that is not encrypted can be copied and read in any account that it is shared with.",
  fix: {
    text: "Encrypt the volume with the team's key.",
    code: `new ebs.Volume("scratch", { ..., encrypted: true, kmsKeyId: key.arn });`,
  },
  frameworks: {
    nist: ["AU-9(3)", "SC-13", "SC-28(1)"],
    fsbp: ["EC2.3"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_3", "CKV_AWS_189"],
  },
  types: ["aws:ebs/volume:Volume"],
  check: (subject, { tier }) => [
    ...mustBe(subject, "encrypted", isTrue, "true"),
    ...(tier === "prod" ? mustBeCustomerKey(subject, "kmsKeyId") : []),
  ],
};
