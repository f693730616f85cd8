import { account } from "../support/account";
import { bucketWithout, keepVersions } from "../support/bucket";
import type { Example } from "../example";

export const example: Example = {
  name: "s3-bucket-versioned",
  control: "s3-bucket-versioned",
  tier: "staging",
  mistake: "The models were overwritten by the next training, and the old ones were gone.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const bucket = bucketWithout("versioning", "models", "staging", options);
    if (mended) keepVersions("models", bucket, options);
  },
};
