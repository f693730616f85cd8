import { NotebookInstance } from "@pulumi/aws/sagemaker/notebookInstance";
import { account } from "../support/account";
import { notebook } from "../support/notebook";
import type { Example } from "../example";

export const example: Example = {
  name: "sm-notebook-cmk",
  control: "sm-notebook-cmk",
  tier: "staging",
  mistake: "The notebook's volume was left to AWS's own key.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    new NotebookInstance(
      "explore",
      { ...notebook("staging", options), ...(mended ? {} : { kmsKeyId: undefined }) },
      options,
    );
  },
};
