import { Model } from "@pulumi/aws/sagemaker/model";
import { account } from "../support/account";
import { model } from "../support/model";
import type { Example } from "../example";

export const example: Example = {
  name: "sm-model-in-vpc",
  control: "sm-model-in-vpc",
  tier: "staging",
  mistake: "The model was deployed as the tutorial does it, without a VPC.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    new Model(
      "scoring",
      { ...model("staging", options), ...(mended ? {} : { vpcConfig: undefined }) },
      options,
    );
  },
};
