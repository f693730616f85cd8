import { allow, backupActions, backupRolePatterns, hasBackup, type Scope, type Statement } from "../secure";

/** Everything that workloads, and the functions that serve them, are ever meant to do. */
const WORKLOAD_ACTIONS = [
  "cloudwatch:PutMetricData",
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:DescribeImages",
  "ecr:GetAuthorizationToken",
  "ecr:GetDownloadUrlForLayer",
  "glue:GetTable",
  "glue:UpdateTable",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "logs:CreateLogGroup",
  "logs:CreateLogStream",
  "logs:DescribeLogGroups",
  "logs:DescribeLogStreams",
  "logs:PutLogEvents",
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:GetBucketAcl",
  "s3:GetBucketLocation",
  "s3:GetObject",
  "s3:GetObjectTagging",
  "s3:GetObjectVersion",
  "s3:ListBucket",
  "s3:ListBucketMultipartUploads",
  "s3:ListMultipartUploadParts",
  "s3:PutObject",
  "s3:PutObjectAcl",
  "s3:PutObjectTagging",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:GetSecretValue",
  "secretsmanager:PutSecretValue",
  "secretsmanager:UpdateSecretVersionStage",
];

const SAGEMAKER_ACTIONS = [
  "sagemaker:AddTags",
  "sagemaker:BatchGetRecord",
  "sagemaker:CreateModelPackage",
  "sagemaker:CreateProcessingJob",
  "sagemaker:CreateTrainingJob",
  "sagemaker:CreateTransformJob",
  "sagemaker:DeleteRecord",
  "sagemaker:DescribeEndpoint",
  "sagemaker:DescribeFeatureGroup",
  "sagemaker:DescribeModel",
  "sagemaker:DescribeModelPackage",
  "sagemaker:DescribeModelPackageGroup",
  "sagemaker:DescribeProcessingJob",
  "sagemaker:DescribeTrainingJob",
  "sagemaker:DescribeTransformJob",
  "sagemaker:GetRecord",
  "sagemaker:InvokeEndpoint",
  "sagemaker:InvokeEndpointAsync",
  "sagemaker:ListModelPackages",
  "sagemaker:ListTags",
  "sagemaker:ListTrainingJobs",
  "sagemaker:PutRecord",
  "sagemaker:StopProcessingJob",
  "sagemaker:StopTrainingJob",
  "sagemaker:StopTransformJob",
];

/**
 * The network interfaces of jobs, notebooks, endpoints and functions in the VPC.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
const NETWORK_INTERFACE_ACTIONS = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteNetworkInterfacePermission",
  "ec2:DescribeDhcpOptions",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:UnassignPrivateIpAddresses",
];

/**
 * A boundary grants nothing: it is the most that a role's own policies can make true. So it names actions and
 * leaves the resources to the roles, but for what would reach beyond the organization, another account's roles,
 * or another region.
 */
export function boundaryStatements(scope: Scope): Statement[] {
  const everywhere = ["*"];
  return [
    allow("AllowWorkloads", {
      Action: [...WORKLOAD_ACTIONS, ...SAGEMAKER_ACTIONS],
      Resource: everywhere,
      // Calls without a resource, such as PutMetricData, have no such key.
      Condition: { StringEqualsIfExists: { "aws:ResourceOrgID": scope.company.organization.id } },
    }),
    allow("AllowNetworkInterfaces", {
      Action: NETWORK_INTERFACE_ACTIONS,
      Resource: everywhere,
      Condition: { StringEquals: { "aws:RequestedRegion": scope.region } },
    }),
    allow("AllowPassingRolesToSagemaker", {
      Action: ["iam:PassRole"],
      Resource: [`arn:${scope.partition}:iam::${scope.account.id}:role/${scope.company.name}-*`],
      Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    }),
    ...(hasBackup(scope) ? [backupStatement(scope)] : []),
  ];
}

/** What the roles of backups may do besides, and no other role. */
function backupStatement(scope: Scope): Statement {
  return allow("AllowBackup", {
    Action: backupActions(scope),
    Resource: ["*"],
    Condition: {
      ArnLike: { "aws:PrincipalArn": backupRolePatterns(scope) },
      StringEqualsIfExists: { "aws:ResourceOrgID": scope.company.organization.id },
    },
  });
}
