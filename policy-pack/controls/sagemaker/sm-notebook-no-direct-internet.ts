import { mustBe, type ResourceControl } from "../../core";

export const smNotebookNoDirectInternet: ResourceControl = {
  kind: "resource",
  name: "sm-notebook-no-direct-internet",
  description: "No notebook instance has direct internet access.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Direct internet access leaves through SageMaker's own network, past the VPC's firewall and endpoint policies: one cell copies the data anywhere. It is on unless it is turned off.",
  fix: {
    text: "Turn it off, and give the notebook a private subnet.",
    code: `new sagemaker.NotebookInstance("lab", { ..., directInternetAccess: "Disabled", subnetId: privateSubnet.id });`,
  },
  frameworks: {
    nist: ["SC-7", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(20)"],
    fsbp: ["SageMaker.1"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_122"],
  },
  exemptibleInProd: false,
  types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
  check: (subject) => mustBe(subject, "directInternetAccess", (value) => value === "Disabled", '"Disabled"'),
};
