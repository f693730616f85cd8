import { type Context, type Finding, isTrue, mustBe, type ResourceControl, type Subject } from "../../core";
import { judgeGroup, judgeInstanceVolumes, judgeTemplate } from "./children-tags";

type Judge = (subject: Subject, context: Context) => readonly Finding[];

const isSwitchedOn =
  (...properties: readonly string[]): Judge =>
  (subject) =>
    properties.flatMap((property) => mustBe(subject, property, isTrue, "true"));

const isOneOf =
  (property: string, ...values: readonly string[]): Judge =>
  (subject) =>
    mustBe(
      subject,
      property,
      (value) => values.some((one) => one === value),
      values.map((one) => `"${one}"`).join(" or "),
    );

/** What makes things of its own, and how it is told to tag them. None of the switches is on unless it is set. */
const JUDGES: Readonly<Record<string, Judge>> = {
  "aws:autoscaling/group:Group": judgeGroup,
  "aws:batch/jobDefinition:JobDefinition": isSwitchedOn("propagateTags"),
  "aws:ec2/instance:Instance": judgeInstanceVolumes,
  "aws:ec2/launchTemplate:LaunchTemplate": judgeTemplate,
  "aws:ecs/service:Service": isOneOf("propagateTags", "SERVICE", "TASK_DEFINITION"),
  "aws:fsx/lustreFileSystem:LustreFileSystem": isSwitchedOn("copyTagsToBackups"),
  "aws:fsx/ontapVolume:OntapVolume": isSwitchedOn("copyTagsToBackups"),
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": isSwitchedOn("copyTagsToBackups", "copyTagsToVolumes"),
  "aws:fsx/openZfsVolume:OpenZfsVolume": isSwitchedOn("copyTagsToSnapshots"),
  "aws:sagemaker/domain:Domain": isOneOf("tagPropagation", "ENABLED"),
};

export const tagsPropagateToChildren: ResourceControl = {
  kind: "resource",
  name: "tags-propagate-to-children",
  description: "What launches machines, disks, jobs or backups hands its tags on to them.",
  severity: "low",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Machines and disks are what costs money and holds data; without tags nobody is charged for them, and rules that go by team or data class pass them by.",
  fix: {
    text: "Switch the hand-over on; a launch template names the tags for instances, volumes and network interfaces.",
    code: `tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags }))`,
  },
  frameworks: { nist: ["CM-8"], fsbp: ["FSx.1"], checkov: ["CKV_AWS_153"] },
  types: Object.keys(JUDGES),
  check: (subject, context) => JUDGES[subject.type]?.(subject, context) ?? "not-applicable",
};
