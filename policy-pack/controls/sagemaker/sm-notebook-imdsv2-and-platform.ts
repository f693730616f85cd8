import { mustBe, type ResourceControl } from "../../core";

/** The platforms that are not deprecated: https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-al2.html */
const SUPPORTED = ["notebook-al2-v3", "notebook-al2023-v1"];

export const smNotebookImdsv2AndPlatform: ResourceControl = {
  kind: "resource",
  name: "sm-notebook-imdsv2-and-platform",
  description: "Every notebook instance takes tokens only for its metadata, and runs a supported platform.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With version 1 of the metadata service a tricked request hands over the notebook's role; a deprecated platform gets no patches.",
  fix: {
    text: "Require version 2 and a current platform.",
    code: `new sagemaker.NotebookInstance("lab", {
  ...,
  instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
  platformIdentifier: "notebook-al2023-v1",
});`,
  },
  frameworks: { nist: ["AC-3", "SI-2"], fsbp: ["SageMaker.8"], gdpr: ["32"], checkov: ["CKV_AWS_371"] },
  types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
  check: (subject) => [
    ...mustBe(
      subject,
      "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion",
      (value) => String(value) === "2",
      '"2"',
    ),
    // Left out, SageMaker takes a platform that is current.
    ...mustBe(
      subject,
      "platformIdentifier",
      (value) => SUPPORTED.some((one) => one === value),
      `one of ${SUPPORTED.join(", ")}`,
      { unset: true },
    ),
  ],
};
