import { NotebookInstance } from "@pulumi/aws/sagemaker/notebookInstance";
import { account } from "../support/account";
import { notebook } from "../support/notebook";
import type { Example } from "../example";

export const example: Example = {
  name: "sm-notebook-no-direct-internet",
  control: "sm-notebook-no-direct-internet",
  tier: "dev",
  mistake: "Packages were to be installed from the internet.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    new NotebookInstance(
      "explore",
      { ...notebook("dev", options), directInternetAccess: mended ? "Disabled" : "Enabled" },
      options,
    );
  },
};
