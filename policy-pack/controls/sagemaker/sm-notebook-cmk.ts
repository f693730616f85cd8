import { mustBeCustomerKey, type ResourceControl } from "../../core";

export const smNotebookCmk: ResourceControl = {
  kind: "resource",
  name: "sm-notebook-cmk",
  description: "The volume of every notebook instance is encrypted with a customer managed key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Copies of training data stay on notebook volumes; only a key of one's own can be cut off and shows who used it.",
  fix: {
    text: "Name the team's key.",
    code: `new sagemaker.NotebookInstance("lab", { ..., kmsKeyId: key.arn });`,
  },
  frameworks: {
    nist: ["AU-9(3)", "SC-13", "SC-28(1)"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_22", "CKV_AWS_187"],
  },
  types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
  check: (subject) => mustBeCustomerKey(subject, "kmsKeyId"),
};
