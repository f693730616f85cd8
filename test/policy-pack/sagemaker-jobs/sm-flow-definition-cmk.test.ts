import { smFlowDefinitionCmk as control } from "../../../policy-pack/controls/sagemaker-jobs/sm-flow-definition-cmk";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const team = declare("sagemaker/workteam:Workteam", "reviewers", {
  arn: "arn:aws:sagemaker:eu-central-1:222222222222:workteam/private-crowd/reviewers",
});
const PUBLIC = "arn:aws:sagemaker:eu-central-1:394669845002:workteam/public-crowd/default";
const flow = (workteamArn: unknown, kmsKeyId?: unknown) =>
  declare("sagemaker/flowDefinition:FlowDefinition", "f", {
    humanLoopConfig: { workteamArn },
    outputConfig: { s3OutputPath: "s3://b/x", kmsKeyId },
  });
const labeling = (workteamArn: unknown, kmsKeyId?: unknown) =>
  declare("sagemaker/labelingJob:LabelingJob", "l", {
    humanTaskConfig: { workteamArn },
    outputConfig: { s3OutputPath: "s3://b/x", kmsKeyId },
  });

describe("sm-flow-definition-cmk", () => {
  it("passes a private team and a customer key", () => {
    passes(control, [key, team, flow(ref(team, "arn"), ref(key, "arn"))]);
    passes(control, [key, team, labeling(ref(team, "arn"), ref(key, "arn"))]);
  });

  it("finds no key, and AWS's own", () => {
    violates(
      control,
      [team, flow(ref(team, "arn"))],
      ["f (sagemaker/flowDefinition): outputConfig.kmsKeyId"],
    );
    violates(
      control,
      [team, labeling(ref(team, "arn"), "alias/aws/s3")],
      ["l (sagemaker/labelingJob): outputConfig.kmsKeyId"],
    );
  });

  it("finds the public crowd, vendors, and no team", () => {
    const line = ["f (sagemaker/flowDefinition): humanLoopConfig.workteamArn"];
    violates(control, [key, flow(PUBLIC, ref(key, "arn"))], line);
    violates(control, [key, flow(PUBLIC.replace("public", "vendor"), ref(key, "arn"))], line);
    violates(control, [key, flow(undefined, ref(key, "arn"))], line);
    violates(
      control,
      [key, labeling(PUBLIC, ref(key, "arn"))],
      ["l (sagemaker/labelingJob): humanTaskConfig.workteamArn"],
    );
    notApplicable(control, [key]);
  });
});
