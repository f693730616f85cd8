import { type Finding, mustBe, mustBeCustomerKey, type ResourceControl, type Subject } from "../../core";

const LUSTRE = "aws:fsx/lustreFileSystem:LustreFileSystem";

export const fsxCmkEncryption: ResourceControl = {
  kind: "resource",
  name: "fsx-cmk-encryption",
  description: "Every FSx file system and cache is encrypted with a customer managed key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Training data is copied whole onto FSx; with AWS's key nobody can cut its readers off, and the key cannot be changed later.",
  fix: {
    text: "Name the team's key; for Lustre also a persistent deployment, as scratch ones take no key.",
    code: `new fsx.LustreFileSystem("training", { ..., deploymentType: "PERSISTENT_2", kmsKeyId: key.arn });`,
  },
  frameworks: {
    nist: ["SC-28", "SC-28(1)"],
    checkov: ["CKV_AWS_190", "CKV_AWS_178", "CKV_AWS_203"],
  },
  types: [
    LUSTRE,
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/ontapFileSystem:OntapFileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
    "aws:fsx/fileCache:FileCache",
  ],
  check: (subject) => [
    ...(subject.type === LUSTRE ? judgeDeployment(subject) : []),
    ...mustBeCustomerKey(subject, "kmsKeyId"),
  ],
};

/**
 * A scratch file system, which is what Lustre is unless it says otherwise, is encrypted with a key of FSx's own.
 * https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html
 */
function judgeDeployment(lustre: Subject): readonly Finding[] {
  const isPersistent = (type: unknown) => /^PERSISTENT_/.test(String(type));
  return mustBe(lustre, "deploymentType", isPersistent, '"PERSISTENT_1" or "PERSISTENT_2", which take a key');
}
