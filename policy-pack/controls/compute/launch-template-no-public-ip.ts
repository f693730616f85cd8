import { deferred, isFalse, judgeValue, mustBe, type ResourceControl } from "../../core";
import { ipv6Asked } from "./ipv6-addresses";

const REQUIRED = "false, or left to a private subnet";

export const launchTemplateNoPublicIp: ResourceControl = {
  kind: "resource",
  name: "launch-template-no-public-ip",
  description: "No launch template or configuration asks for public addresses.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Whatever is launched from it, now or by somebody else later, stands on the internet.",
  fix: {
    text: "Ask for no public address. In a launch template the value is a string.",
    code: `new ec2.LaunchTemplate("worker", { ..., networkInterfaces: [{ associatePublicIpAddress: "false" }] });`,
  },
  frameworks: {
    nist: ["AC-4", "SC-7"],
    fsbp: ["AutoScaling.5", "EC2.25"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_88", "CKV_AWS_389"],
  },
  types: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/launchConfiguration:LaunchConfiguration"],
  check: (subject) => {
    const own = mustBe(subject, "associatePublicIpAddress", isFalse, REQUIRED, { unset: true });
    const interfaces = subject.properties.list("networkInterfaces");
    if (interfaces.state === "unknown") return [...own, deferred(subject, "networkInterfaces")];
    if (interfaces.state === "unset") return own;
    const flags = interfaces.value.flatMap(({ path, properties }) =>
      ["associatePublicIpAddress", "associateCarrierIpAddress"].flatMap((name) =>
        judgeValue(subject, `${path}.${name}`, properties.get(name), isFalse, REQUIRED, { unset: true }),
      ),
    );
    return [...own, ...flags, ...ipv6Asked(subject, ["networkInterfaces"])];
  },
};
