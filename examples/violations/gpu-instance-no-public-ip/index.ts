import { account } from "../support/account";
import { budgetThatStops } from "../support/budget";
import { encryptVolumesByDefault, instance } from "../support/instance";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "gpu-instance-no-public-ip",
  control: "gpu-instance-no-public-ip",
  tier: "dev",
  mistake: "A data scientist wanted to reach the GPU machine from home, and gave it a public address.",
  others: [{ control: "ec2-no-public-ip", why: "No instance gets a public address, with a GPU or without." }],
  program: (mended) => {
    const options = account("dev");
    encryptVolumesByDefault("dev", options);
    budgetThatStops("dev", options);
    instance(
      "trainer",
      network(options),
      { instanceType: "g5.xlarge", associatePublicIpAddress: !mended },
      options,
    );
  },
};
