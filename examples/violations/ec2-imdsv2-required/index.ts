import { account } from "../support/account";
import { encryptVolumesByDefault, instance } from "../support/instance";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "ec2-imdsv2-required",
  control: "ec2-imdsv2-required",
  tier: "dev",
  mistake: "The instance was copied from an old program that asks for its credentials without a token.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    encryptVolumesByDefault("dev", options);
    const httpTokens = mended ? "required" : "optional";
    const metadataOptions = { httpTokens, httpPutResponseHopLimit: 1, httpEndpoint: "enabled" };
    instance("gateway", network(options), { metadataOptions }, options);
  },
};
