import { type ResourceControl, violation } from "../../core";

/** What makes other resources, or runs commands, of which no policy sees anything; with the name to call it by. */
const VEHICLES: Readonly<Record<string, string>> = {
  "aws:cloudcontrol/resource:Resource": "a resource of Cloud Control",
  "aws:cloudformation/stack:Stack": "a template of CloudFormation",
  "aws:cloudformation/stackInstances:StackInstances": "a template of CloudFormation",
  "aws:cloudformation/stackSet:StackSet": "a template of CloudFormation",
  "aws:cloudformation/stackSetInstance:StackSetInstance": "a template of CloudFormation",
  "aws:elasticbeanstalk/environment:Environment": "an environment of Elastic Beanstalk",
  "aws:sagemaker/project:Project": "a template of SageMaker's projects",
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": "a template of somebody else's",
  "aws:servicecatalog/provisionedProduct:ProvisionedProduct": "a product of Service Catalog",
  "aws-native:*": "a resource of the Cloud Control provider",
  "awscc:*": "a resource of the Cloud Control provider",
  "command:*": "a command",
  "pulumi-nodejs:*": "a dynamic provider",
  "pulumi-python:*": "a dynamic provider",
};

export const resourcesCanBeJudged: ResourceControl = {
  kind: "resource",
  name: "resources-can-be-judged",
  description:
    "Nothing is made by a template, a script, a dynamic provider or Cloud Control, in which no control can see it.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What a template or a command makes passes every control unseen: a public bucket in it is as public.",
  fix: {
    text: "Declare the resources with the AWS provider; for what it lacks, have the security team read the template and grant an exception.",
    code: `new s3.Bucket("models", { ... }); // instead of new cloudformation.Stack("models", { templateBody })`,
  },
  frameworks: { nist: ["CM-3", "CM-6", "SA-15"] },
  types: Object.keys(VEHICLES),
  check: (subject) => {
    const provider = `${subject.type.split(":")[0] ?? ""}:*`;
    const found = VEHICLES[subject.type] ?? VEHICLES[provider] ?? subject.type;
    return [violation(subject, "", found, "resources of the AWS provider, each declared by itself")];
  },
};
