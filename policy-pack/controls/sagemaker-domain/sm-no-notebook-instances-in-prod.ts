import { type ResourceControl, violation } from "../../core";

/** What is interactive, and the property that says what it is. */
const INTERACTIVE: Readonly<Record<string, string>> = {
  "aws:cloud9/environmentEC2:EnvironmentEC2": "instanceType",
  "aws:emr/studio:Studio": "name",
  "aws:glue/devEndpoint:DevEndpoint": "name",
  "aws:sagemaker/app:App": "appType",
  "aws:sagemaker/notebookInstance:NotebookInstance": "instanceType",
  "aws:sagemaker/space:Space": "spaceName",
};

export const smNoNotebookInstancesInProd: ResourceControl = {
  kind: "resource",
  name: "sm-no-notebook-instances-in-prod",
  description:
    "There are no notebook instances, interactive apps, spaces or development environments in prod.",
  severity: "medium",
  // Staging has notebooks that only read, as its posture says.
  levels: { dev: "disabled", staging: "disabled", prod: "mandatory" },
  why: "Whoever has a notebook runs any code next to the data of customers, unreviewed.",
  fix: {
    text: "Work in dev, on synthetic data; run reviewed jobs in prod.",
    code: `for (const name of posture.notebooks) new sagemaker.NotebookInstance(name, { ... }); // none in prod`,
  },
  frameworks: { nist: ["AC-6", "CM-7"], gdpr: ["32"] },
  types: Object.keys(INTERACTIVE),
  check: (subject) => {
    const property = INTERACTIVE[subject.type] ?? "name";
    return [violation(subject, property, "something interactive in prod", "jobs and endpoints only")];
  },
};
