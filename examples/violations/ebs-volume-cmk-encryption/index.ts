import { Volume } from "@pulumi/aws/ebs/volume";
import { account } from "../support/account";
import { encryptVolumesByDefault } from "../support/instance";
import { customerKey } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "ebs-volume-cmk-encryption",
  control: "ebs-volume-cmk-encryption",
  tier: "dev",
  mistake: "A scratch volume for a dataset was made by hand, without encryption.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    encryptVolumesByDefault("dev", options);
    const key = customerKey("scratch", "dev", {}, options);
    const encryption = mended ? { encrypted: true, kmsKeyId: key.arn } : {};
    new Volume("scratch", { availabilityZone: "eu-central-1a", size: 500, ...encryption }, options);
  },
};
