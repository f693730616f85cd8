import { isTrue, mustBe, type ResourceControl } from "../../core";

export const smModelNetworkIsolation: ResourceControl = {
  kind: "resource",
  name: "sm-model-network-isolation",
  description: "Every model's containers are cut off from the network.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A poisoned model or library in the container can send every request's data away; with isolation there is nowhere to send it. It is off unless it is turned on.",
  fix: {
    text: "Turn the isolation on; what the container needs goes into the image or the model artifact.",
    code: `new sagemaker.Model("scoring", { ..., enableNetworkIsolation: true });`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], fsbp: ["SageMaker.5"], gdpr: ["32"], checkov: ["CKV_AWS_370"] },
  types: ["aws:sagemaker/model:Model"],
  check: (subject) => mustBe(subject, "enableNetworkIsolation", isTrue, "true"),
};
