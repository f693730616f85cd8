import { type GraphControl, isTrue, mustBe, mustBeCustomerKey, violation } from "../../core";
import { isOnFargate } from "../compute/on-fargate";

const COMPUTE = [
  "aws:autoscaling/group:Group",
  "aws:batch/computeEnvironment:ComputeEnvironment",
  "aws:ebs/volume:Volume",
  "aws:ec2/fleet:Fleet",
  "aws:ec2/instance:Instance",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/spotFleetRequest:SpotFleetRequest",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:eks/nodeGroup:NodeGroup",
];

export const ebsEncryptionByDefault: GraphControl = {
  kind: "graph",
  name: "ebs-encryption-by-default",
  description:
    "A stack that makes instances or volumes turns on EBS encryption by default, with a customer managed key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The account's default catches the disks that nobody declared: those of images, of other tools, and of people in a hurry.",
  fix: {
    text: "Turn the default on in the stack, with a key of its own.",
    code: `new ebs.EncryptionByDefault("default", { enabled: true });
new ebs.DefaultKmsKey("default", { keyArn: key.arn });`,
  },
  frameworks: {
    cis: ["6.1.1"],
    nist: ["SC-13", "SC-28(1)"],
    fsbp: ["EC2.7"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_106"],
  },
  check: (graph, { settings }) => {
    const switches = graph.byType("aws:ebs/encryptionByDefault:EncryptionByDefault");
    const keys = graph.byType("aws:ebs/defaultKmsKey:DefaultKmsKey");
    // A default is the account's: where another stack sets it for every account, this one must not set it again.
    const isSetElsewhere = settings.organizationServices.includes("ebs-encryption");
    const first = isSetElsewhere ? undefined : graph.byType(...COMPUTE).find((node) => !isOnFargate(node));
    if (first === undefined && switches.length + keys.length === 0) return "not-applicable";
    return [
      ...switches.flatMap((node) => mustBe(node, "enabled", isTrue, "true", { unset: true })),
      ...keys.flatMap((node) => mustBeCustomerKey(node, "keyArn")),
      ...(first === undefined || switches.length > 0
        ? []
        : [
            violation(
              first,
              "encryptionByDefault",
              "no EncryptionByDefault in the stack",
              "an EncryptionByDefault that is enabled",
            ),
          ]),
      ...(first === undefined || keys.length > 0
        ? []
        : [
            violation(
              first,
              "defaultKmsKey",
              "no DefaultKmsKey in the stack",
              "a DefaultKmsKey with a customer managed key",
            ),
          ]),
    ];
  },
};
