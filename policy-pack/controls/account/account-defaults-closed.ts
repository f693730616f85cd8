import { type Finding, type GraphControl, violation } from "../../core";
import { type AccountSetUp, accountsSetUp } from "../../topology/accounts";

/** What an account that is set up has, and what it is without. Their values are judged by the controls of each. */
const DEFAULTS: Readonly<Record<string, string>> = {
  "aws:ebs/defaultKmsKey:DefaultKmsKey": "volumes that name no key are encrypted by AWS's own",
  "aws:ebs/encryptionByDefault:EncryptionByDefault": "volumes are not encrypted unless each asks for it",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": "a snapshot can be shared with everyone",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": "an image can be shared with everyone",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults":
    "instances hand out their credentials without a token",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": "a password of eight characters will do",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": "a bucket can be made public",
};

/** https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html */
export const accountDefaultsClosed: GraphControl = {
  kind: "graph",
  name: "account-defaults-closed",
  description:
    "An account that is set up has its own switches thrown: encrypted volumes, no public snapshots, images and buckets, metadata by token, strong passwords.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "They hold for what no program declared: the bucket of an installer, the instance that somebody started by hand.",
  fix: {
    text: "Declare the settings once, where the account is set up.",
    code: `new ebs.EncryptionByDefault("volumes", { enabled: true });
new ebs.DefaultKmsKey("volumes", { keyArn: key.arn });
new ebs.SnapshotBlockPublicAccess("snapshots", { state: "block-all-sharing" });
new ec2.ImageBlockPublicAccess("images", { state: "block-new-sharing" });
new ec2.InstanceMetadataDefaults("metadata", { httpTokens: "required", httpPutResponseHopLimit: 1 });`,
  },
  frameworks: {
    nist: ["AC-3", "CM-6", "SC-7", "SC-28(1)"],
    fsbp: ["EC2.7", "EC2.182", "IAM.7", "S3.1"],
  },
  check: (graph) => {
    const accounts = accountsSetUp(graph);
    return accounts.length === 0 ? "not-applicable" : accounts.flatMap(judge);
  },
};

function judge({ node, byType }: AccountSetUp): readonly Finding[] {
  return Object.entries(DEFAULTS)
    .filter(([type]) => byType(type).length === 0)
    .map(([type, without]) => {
      const name = type.split(":").at(-1) ?? type;
      return violation(node, name, `not in this account: ${without}`, name, { finding: name });
    });
}
