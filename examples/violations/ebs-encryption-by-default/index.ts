import { account } from "../support/account";
import { encryptVolumesByDefault, instance } from "../support/instance";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "ebs-encryption-by-default",
  control: "ebs-encryption-by-default",
  tier: "staging",
  mistake: "Each disk was encrypted where someone thought of it, and the account was left as AWS makes it.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    if (mended) encryptVolumesByDefault("staging", options);
    instance("batch", network(options), {}, options);
  },
};
