import { mustBe, type ResourceControl } from "../../core";

export const smNotebookNoRoot: ResourceControl = {
  kind: "resource",
  name: "sm-notebook-no-root",
  description: "No one is root on a notebook instance.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Root can switch off what guards the machine, read other people's files and leave software behind. It is on unless it is turned off.",
  fix: {
    text: "Turn root access off; install packages into environments of one's own.",
    code: `new sagemaker.NotebookInstance("lab", { ..., rootAccess: "Disabled" });`,
  },
  frameworks: { nist: ["AC-6", "AC-6(2)"], fsbp: ["SageMaker.3"], gdpr: ["32"], checkov: ["CKV_AWS_307"] },
  types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
  check: (subject) => mustBe(subject, "rootAccess", (value) => value === "Disabled", '"Disabled"'),
};
