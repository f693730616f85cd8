import { SnapshotBlockPublicAccess } from "@pulumi/aws/ebs/snapshotBlockPublicAccess";
import { SnapshotCopy } from "@pulumi/aws/ebs/snapshotCopy";
import { account } from "../support/account";
import { customerKey } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "snapshot-ami-copy-encryption",
  control: "snapshot-ami-copy-encryption",
  tier: "dev",
  mistake: "A snapshot was copied to another region, and the copy lost its encryption.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    const key = customerKey("copies", "dev", {}, options);
    new SnapshotBlockPublicAccess("account", { state: "block-all-sharing" }, options);
    const encryption = mended ? { encrypted: true, kmsKeyId: key.arn } : {};
    new SnapshotCopy(
      "dataset",
      { sourceSnapshotId: "snap-0123456789abcdef0", sourceRegion: "eu-west-1", ...encryption },
      options,
    );
  },
};
