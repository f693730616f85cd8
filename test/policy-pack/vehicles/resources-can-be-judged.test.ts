import { resourcesCanBeJudged as control } from "../../../policy-pack/controls/vehicles/resources-can-be-judged";
import { declare } from "../support/resources";
import { notApplicable, violates } from "../support/verdicts";

const TEMPLATE = JSON.stringify({ Resources: { Open: { Type: "AWS::S3::Bucket" } } });

describe("resources-can-be-judged", () => {
  const vehicles: readonly (readonly [type: string, props: Record<string, unknown>])[] = [
    ["aws:cloudformation/stack:Stack", { templateBody: TEMPLATE }],
    ["aws:cloudformation/stack:Stack", { templateUrl: "https://templates.example.com/x" }],
    ["aws:cloudformation/stackSet:StackSet", { templateBody: TEMPLATE }],
    ["aws:cloudformation/stackSetInstance:StackSetInstance", {}],
    ["aws:cloudformation/stackInstances:StackInstances", {}],
    ["aws:cloudcontrol/resource:Resource", { typeName: "AWS::S3::Bucket", desiredState: "{}" }],
    ["aws:serverlessrepository/cloudFormationStack:CloudFormationStack", {}],
    ["aws:servicecatalog/provisionedProduct:ProvisionedProduct", {}],
    ["aws:sagemaker/project:Project", {}],
    ["aws:elasticbeanstalk/environment:Environment", {}],
    ["aws-native:s3:Bucket", {}],
    ["awscc:index/s3Bucket:S3Bucket", {}],
    ["command:local:Command", { create: "aws s3api delete-public-access-block --bucket x" }],
    ["command:remote:Command", {}],
    ["pulumi-nodejs:dynamic:Resource", {}],
    ["pulumi-python:dynamic:Resource", {}],
  ];
  for (const [type, props] of vehicles)
    it(`refuses ${type}`, () => {
      const short = /^aws:(.+):[^:]+$/.exec(type)?.[1] ?? type;
      violates(control, [declare(type, "x", props)], [`x (${short}): `]);
    });

  it("leaves resources of the AWS provider and of others alone", () => {
    notApplicable(control, [
      declare("s3/bucket:Bucket", "x"),
      declare("random:index/randomId:RandomId", "x"),
      declare("mlplatform:team:TeamWorkspace", "x"),
      declare("cloudformation/cloudFormationType:CloudFormationType", "x"),
    ]);
  });
});
