import { isFalse, mustBe, type ResourceControl } from "../../core";

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html */
export const ec2SerialConsoleOff: ResourceControl = {
  kind: "resource",
  name: "ec2-serial-console-off",
  description: "The serial console of EC2 is off in every account and region that sets it.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The serial console leads into a machine past every security group, private subnet and record of sessions; all it asks for is a password.",
  fix: {
    text: "Say that it is off: without a word it is switched on. Reach machines through Session Manager.",
    code: `new ec2.SerialConsoleAccess("serial-console", { enabled: false });`,
  },
  frameworks: { nist: ["AC-3", "AC-17", "CM-7"] },
  types: ["aws:ec2/serialConsoleAccess:SerialConsoleAccess"],
  // An account that sets nothing has it off: that is AWS's own default, while the resource's is on.
  check: (subject) => mustBe(subject, "enabled", isFalse, "false"),
};
