import type { PolicyStatement } from "@pulumi/aws/iam/documents";

/**
 * Containers reach nothing, traffic between them is encrypted, and notebooks have neither root nor the
 * internet. Each condition also fires when the request says nothing, because AWS's defaults are the open ones.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
 */
export function requireSagemakerIsolation(): PolicyStatement[] {
  return [
    {
      Sid: "RequireSagemakerNetworkIsolation",
      Effect: "Deny",
      Action: [
        "sagemaker:CreateHyperParameterTuningJob",
        "sagemaker:CreateModel",
        "sagemaker:CreateProcessingJob",
        "sagemaker:CreateTrainingJob",
      ],
      Resource: "*",
      Condition: { BoolIfExists: { "sagemaker:NetworkIsolation": "false" } },
    },
    {
      Sid: "RequireSagemakerTrafficEncryption",
      Effect: "Deny",
      Action: [
        "sagemaker:CreateHyperParameterTuningJob",
        "sagemaker:CreateProcessingJob",
        "sagemaker:CreateTrainingJob",
      ],
      Resource: "*",
      Condition: { BoolIfExists: { "sagemaker:InterContainerTrafficEncryption": "false" } },
    },
    {
      Sid: "DenyNotebookInternetAccess",
      Effect: "Deny",
      Action: ["sagemaker:CreateNotebookInstance"],
      Resource: "*",
      Condition: { StringNotEqualsIfExists: { "sagemaker:DirectInternetAccess": "Disabled" } },
    },
    {
      Sid: "DenyNotebookRootAccess",
      Effect: "Deny",
      Action: ["sagemaker:CreateNotebookInstance"],
      Resource: "*",
      Condition: { StringNotEqualsIfExists: { "sagemaker:RootAccess": "Disabled" } },
    },
    {
      Sid: "DenyGrantingNotebookRootAccess",
      Effect: "Deny",
      Action: ["sagemaker:UpdateNotebookInstance"],
      Resource: "*",
      // An update that says nothing of root access leaves it as it was.
      Condition: { StringEquals: { "sagemaker:RootAccess": "Enabled" } },
    },
    {
      Sid: "RequireSagemakerDomainVpcOnly",
      Effect: "Deny",
      Action: ["sagemaker:CreateDomain"],
      Resource: "*",
      Condition: { StringNotEqualsIfExists: { "sagemaker:AppNetworkAccessType": "VpcOnly" } },
    },
  ];
}
