import { accountDefaultsClosed as control } from "../../../policy-pack/controls/account/account-defaults-closed";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const of = (id: string) => ({
  provider: { type: "pulumi:providers:aws", name: id, props: { allowedAccountIds: JSON.stringify([id]) } },
});
const TYPES = [
  "iam/accountPasswordPolicy:AccountPasswordPolicy",
  "ebs/defaultKmsKey:DefaultKmsKey",
  "ebs/encryptionByDefault:EncryptionByDefault",
  "ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "s3/accountPublicAccessBlock:AccountPublicAccessBlock",
];
const nameOf = (type: string) => type.split(":")[1] ?? type;
const settings = (account: string, types = TYPES) =>
  types.map((type) => declare(type, `${account}-${nameOf(type)}`, {}, of(account)));

describe("account-defaults-closed", () => {
  it("passes an account that has them all", () => {
    passes(control, settings("333333333333"));
    passes(control, [...settings("333333333333"), ...settings("444444444444")]);
  });

  it("finds each that is not there", () => {
    for (const missing of TYPES.slice(1)) {
      const others = TYPES.filter((type) => type !== missing);
      const told =
        nameOf(missing) === "InstanceMetadataDefaults"
          ? "333333333333-AccountPasswordPolicy (iam/accountPasswordPolicy)"
          : "333333333333-InstanceMetadataDefaults (ec2/instanceMetadataDefaults)";
      violates(control, settings("333333333333", others), [`${told}: ${nameOf(missing)}`]);
    }
    const recorder = declare("cfg/recorder:Recorder", "recorder", {}, of("333333333333"));
    violates(
      control,
      [recorder, ...settings("333333333333", TYPES.slice(1))],
      ["recorder (cfg/recorder): AccountPasswordPolicy"],
    );
  });

  it("takes no other account's setting for this one's", () => {
    violates(
      control,
      [...settings("333333333333"), ...settings("444444444444", TYPES.slice(0, 6))],
      ["444444444444-InstanceMetadataDefaults (ec2/instanceMetadataDefaults): AccountPublicAccessBlock"],
    );
  });

  it("leaves alone a stack that sets up no account", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "data"), declare("ec2/vpc:Vpc", "main")]);
  });
});
