import { NotebookInstance } from "@pulumi/aws/sagemaker/notebookInstance";
import { account } from "../support/account";
import { notebook } from "../support/notebook";
import type { Example } from "../example";

export const example: Example = {
  name: "sm-notebook-in-vpc",
  control: "sm-notebook-in-vpc",
  tier: "dev",
  mistake: "The notebook was made with the defaults of the console, outside the VPC.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    new NotebookInstance(
      "explore",
      { ...notebook("dev", options), ...(mended ? {} : { subnetId: undefined, securityGroups: undefined }) },
      options,
    );
  },
};
