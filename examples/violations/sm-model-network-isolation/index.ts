import { Model } from "@pulumi/aws/sagemaker/model";
import { account } from "../support/account";
import { model } from "../support/model";
import type { Example } from "../example";

export const example: Example = {
  name: "sm-model-network-isolation",
  control: "sm-model-network-isolation",
  tier: "staging",
  mistake: "The model fetches its tokenizer from the internet when it starts, so isolation was switched off.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    new Model("scoring", { ...model("staging", options), enableNetworkIsolation: mended }, options);
  },
};
