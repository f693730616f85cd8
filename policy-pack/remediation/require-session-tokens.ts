import { fillIn, type Remediation } from "./remediation";

const INSTANCE = "aws:ec2/instance:Instance";

/** Requires session tokens of the metadata service where the program does not say whether it wants them. */
export const requireSessionTokens: Remediation = {
  name: "remediate-imdsv2",
  controls: ["ec2-imdsv2-required"],
  description: "Requires session tokens of the metadata service of instances that say nothing of it.",
  types: [
    INSTANCE,
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ],
  changes: (subject) => {
    // An instance that says nothing takes the options of its template, where the change belongs.
    const { properties } = subject;
    const takesTemplate = subject.type === INSTANCE && properties.get("launchTemplate").state !== "unset";
    if (takesTemplate && properties.get("metadataOptions").state === "unset") return [];
    return fillIn(subject, "metadataOptions.httpTokens", "required");
  },
};
