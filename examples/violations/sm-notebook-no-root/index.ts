import { NotebookInstance } from "@pulumi/aws/sagemaker/notebookInstance";
import { account } from "../support/account";
import { notebook } from "../support/notebook";
import type { Example } from "../example";

export const example: Example = {
  name: "sm-notebook-no-root",
  control: "sm-notebook-no-root",
  tier: "staging",
  mistake: "Root was wanted once, to install a driver.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    new NotebookInstance(
      "explore",
      { ...notebook("staging", options), rootAccess: mended ? "Disabled" : "Enabled" },
      options,
    );
  },
};
