import { account } from "../support/account";
import { customerKey } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "region-allowed",
  control: "region-allowed",
  tier: "dev",
  mistake: "The GPUs were free in Ohio.",
  others: [],
  program: (mended) => {
    const options = account("dev", mended ? {} : { region: "us-east-2" });
    customerKey("data", "dev", {}, options);
  },
};
