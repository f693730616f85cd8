import type { PolicyStatement } from "@pulumi/aws/iam/documents";

/** What SageMaker runs outside the company's network unless it is told subnets and security groups. */
const ACTIONS = [
  "sagemaker:CreateAutoMLJob",
  "sagemaker:CreateAutoMLJobV2",
  "sagemaker:CreateDomain",
  "sagemaker:CreateHyperParameterTuningJob",
  "sagemaker:CreateModel",
  "sagemaker:CreateNotebookInstance",
  "sagemaker:CreateProcessingJob",
  "sagemaker:CreateTrainingJob",
];

/**
 * SageMaker workloads run in the company's network. Two statements, because keys in one condition are all
 * required: one statement would let pass whoever gives either of the two.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html
 */
export function requireSagemakerVpc(): PolicyStatement[] {
  return [
    { key: "VpcSubnets", sid: "RequireSagemakerSubnets" },
    { key: "VpcSecurityGroupIds", sid: "RequireSagemakerSecurityGroups" },
  ].map(({ key, sid }) => ({
    Sid: sid,
    Effect: "Deny",
    Action: ACTIONS,
    Resource: "*",
    Condition: { Null: { [`sagemaker:${key}`]: "true" } },
  }));
}
