import { account } from "../support/account";
import { customerKey } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "account-allowed",
  control: "account-allowed",
  tier: "dev",
  mistake: "The provider was pointed at a personal account for a trial.",
  others: [],
  program: (mended) => {
    const options = account("dev", mended ? {} : { account: "123456789012" });
    customerKey("data", "dev", {}, options);
  },
};
