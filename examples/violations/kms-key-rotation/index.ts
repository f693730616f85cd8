import { account } from "../support/account";
import { customerKey } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "kms-key-rotation",
  control: "kms-key-rotation",
  tier: "staging",
  mistake: "A key was made by hand, and rotation is off unless someone asks for it.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    customerKey("data", "staging", { enableKeyRotation: mended }, options);
  },
};
