import { account } from "../support/account";
import { bucketWithout, encrypt } from "../support/bucket";
import { customerKey } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "s3-bucket-cmk-encryption",
  control: "s3-bucket-cmk-encryption",
  tier: "staging",
  mistake: "AWS encrypts every bucket by itself, so nobody thought of a key.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const bucket = bucketWithout("encryption", "features", "staging", options);
    const key = mended ? customerKey("features", "staging", {}, options).arn : undefined;
    encrypt("features", bucket, key, options);
  },
};
