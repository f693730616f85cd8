import { account } from "../support/account";
import { blockPublicAccess, bucketWithout } from "../support/bucket";
import type { Example } from "../example";

export const example: Example = {
  name: "s3-public-access-block",
  control: "s3-public-access-block",
  tier: "dev",
  mistake: "A junior developer opened a bucket to show a dataset to a friend, and left it open.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    const bucket = bucketWithout("publicAccessBlock", "experiments", "dev", options);
    blockPublicAccess("experiments", bucket, mended, options);
  },
};
