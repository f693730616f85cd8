import { isFalse, mustBe, type ResourceControl } from "../../core";

const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";

export const subnetNoAutoPublicIp: ResourceControl = {
  kind: "resource",
  name: "subnet-no-auto-public-ip",
  description: "No subnet hands out public IPv4 or IPv6 addresses.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Whatever is launched there without a word about addresses stands on the internet.",
  fix: {
    text: "Leave the switches off; give the few things that need a public address one of their own.",
    code: `new ec2.Subnet("private", { ..., mapPublicIpOnLaunch: false, assignIpv6AddressOnCreation: false });`,
  },
  frameworks: {
    nist: ["SC-7", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(20)"],
    fsbp: ["EC2.15"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_130"],
  },
  types: ["aws:ec2/subnet:Subnet", DEFAULT_SUBNET],
  check: (subject) => [
    // A default subnet hands out addresses unless it is told not to.
    ...mustBe(subject, "mapPublicIpOnLaunch", isFalse, "false", { unset: subject.type !== DEFAULT_SUBNET }),
    ...mustBe(subject, "assignIpv6AddressOnCreation", isFalse, "false", { unset: true }),
  ],
};
