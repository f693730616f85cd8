import { isText, mustBe, mustBeCustomerKey, type ResourceControl } from "../../core";

/** Where each type names the team that does the work. */
const WORKTEAMS: Readonly<Record<string, string>> = {
  "aws:sagemaker/flowDefinition:FlowDefinition": "humanLoopConfig.workteamArn",
  "aws:sagemaker/labelingJob:LabelingJob": "humanTaskConfig.workteamArn",
};

/**
 * The public crowd and vendors have teams under names of their own:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-management-public.html
 */
const isPrivate = (arn: unknown): boolean => isText(arn) && /:workteam\/private-crowd\/[^/]+$/.test(arn);

export const smFlowDefinitionCmk: ResourceControl = {
  kind: "resource",
  name: "sm-flow-definition-cmk",
  description:
    "What people review or label is seen by the company's own team only, and is encrypted with a customer managed key.",
  severity: "low",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Reviewers see the data itself; a public workforce is anybody.",
  fix: {
    text: "Name a private team, and the team's key for what is written.",
    code: `humanLoopConfig: { ..., workteamArn: reviewers.arn },
outputConfig: { ..., kmsKeyId: key.arn },`,
  },
  frameworks: { nist: ["AC-3", "SC-28"], gdpr: ["28", "32"], checkov: ["CKV_AWS_372"] },
  types: Object.keys(WORKTEAMS),
  check: (subject) => {
    const workteam = WORKTEAMS[subject.type] ?? "workteamArn";
    return [
      ...mustBeCustomerKey(subject, "outputConfig.kmsKeyId"),
      // A team that is not known yet is one of the program's own: those of AWS have fixed ARNs.
      ...mustBe(subject, workteam, isPrivate, "a private work team", { unknown: true }),
    ];
  },
};
