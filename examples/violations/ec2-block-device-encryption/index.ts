import { account } from "../support/account";
import { encryptVolumesByDefault, instance } from "../support/instance";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "ec2-block-device-encryption",
  control: "ec2-block-device-encryption",
  tier: "dev",
  mistake: "The data disk of an instance was added in a hurry, without encryption.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    encryptVolumesByDefault("dev", options);
    const data = { deviceName: "/dev/sdf", volumeSize: 200, encrypted: mended };
    instance("labelling", network(options), { ebsBlockDevices: [data] }, options);
  },
};
