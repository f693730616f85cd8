import { account } from "../support/account";
import { bucketWithout, demandTls } from "../support/bucket";
import type { Example } from "../example";

export const example: Example = {
  name: "s3-bucket-tls-only",
  control: "s3-bucket-tls-only",
  tier: "staging",
  mistake: "An old client speaks plain HTTP to the bucket, and nothing refuses it.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const bucket = bucketWithout("tlsOnly", "uploads", "staging", options);
    if (mended) demandTls("uploads", bucket, options);
  },
};
