import { efsCmkEncryption as control } from "../../../policy-pack/controls/data-encryption/efs-cmk-encryption";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const KEY = { encrypted: true, kmsKeyId: ref(key, "arn") };
const fileSystem = (props: Declared["props"] = KEY) => declare("efs/fileSystem:FileSystem", "files", props);
const files = fileSystem();
const policy = (Statement: unknown, of: Declared = files) =>
  declare("efs/fileSystemPolicy:FileSystemPolicy", "files", {
    fileSystemId: ref(of),
    policy: JSON.stringify({ Version: "2012-10-17", Statement }),
  });
const DENY = {
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: "*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const ALLOW = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::222222222222:role/training" },
  Action: ["elasticfilesystem:ClientMount"],
  Condition: { Bool: { "aws:SecureTransport": "true" } },
};
const POLICY_LINE = "files (efs/fileSystemPolicy): policy";

describe("efs-cmk-encryption", () => {
  it("passes a customer key with a policy that refuses plain NFS, or allows over TLS only", () => {
    passes(control, [key, files, policy([DENY])]);
    passes(control, [key, files, policy({ ...DENY, Resource: undefined })]);
    passes(control, [key, files, policy([{ ...DENY, Action: "elasticfilesystem:Client*" }])]);
    passes(control, [key, files, policy([ALLOW])]);
  });

  it("finds what is not encrypted, or with AWS's key", () => {
    for (const props of [{}, { encrypted: false }]) {
      const bare = fileSystem(props);
      violates(
        control,
        [bare, policy([DENY], bare)],
        ["files (efs/fileSystem): encrypted", "files (efs/fileSystem): kmsKeyId"],
      );
    }
    const ofAws = fileSystem({ encrypted: true, kmsKeyId: "alias/aws/elasticfilesystem" });
    violates(control, [ofAws, policy([DENY], ofAws)], ["files (efs/fileSystem): kmsKeyId"]);
  });

  it("finds a file system without a policy, and the policy of another", () => {
    const other = declare("efs/fileSystem:FileSystem", "other", KEY);
    violates(control, [key, files], ["files (efs/fileSystem): policy"]);
    violates(control, [key, files, other, policy([DENY], other)], ["files (efs/fileSystem): policy"]);
  });

  for (const [what, statements] of Object.entries({
    "is for one action of several": [{ ...DENY, Action: "elasticfilesystem:ClientMount" }],
    "is for one principal": [{ ...DENY, Principal: { AWS: "arn:aws:iam::222222222222:role/x" } }],
    "is for another file system": [
      { ...DENY, Resource: "arn:aws:elasticfilesystem:eu-central-1:1:file-system/fs-2" },
    ],
    "has the condition upside down": [{ ...DENY, Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    "is limited by a second condition": [
      { ...DENY, Condition: { ...DENY.Condition, StringEquals: { "aws:PrincipalTag/Team": "x" } } },
    ],
    "allows one thing over TLS and another without": [ALLOW, { ...ALLOW, Condition: undefined }],
    "is no statement at all": [],
  })) {
    // An ARN that is known tells another file system's; while it is unknown every ARN may be its own.
    const one = fileSystem({ ...KEY, arn: "arn:aws:elasticfilesystem:eu-central-1:1:file-system/fs-1" });
    it(`finds a policy that ${what}`, () => {
      violates(control, [key, one, policy(statements, one)], [POLICY_LINE]);
    });
  }

  it("waits for a policy that is not known yet", () => {
    const document = declare("iam/policyDocument:Doc", "doc", { json: JSON.stringify({ Statement: [] }) });
    const unknown = declare("efs/fileSystemPolicy:FileSystemPolicy", "files", {
      fileSystemId: ref(files),
      policy: ref(document, "json"),
    });
    defers(control, [key, files, unknown], [POLICY_LINE], [POLICY_LINE]);
  });

  it("judges the replica that EFS makes itself", () => {
    const replica = (destination: object) => [
      key,
      files,
      policy([DENY]),
      declare("efs/replicationConfiguration:ReplicationConfiguration", "copy", {
        sourceFileSystemId: ref(files),
        destination,
      }),
    ];
    passes(control, replica({ region: "eu-west-1", kmsKeyId: "arn:aws:kms:eu-west-1:1:key/1" }));
    passes(control, replica({ fileSystemId: "fs-2" }));
    violates(control, replica({ region: "eu-west-1" }), [
      "copy (efs/replicationConfiguration): destination.kmsKeyId",
    ]);
  });

  it("has nothing to judge where there is no file system", () => {
    notApplicable(control, [key]);
  });
});
