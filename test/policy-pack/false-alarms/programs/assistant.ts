import * as bedrock from "@pulumi/aws/bedrock";
import * as bedrockmodel from "@pulumi/aws/bedrockmodel";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import { jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const GROUP = "/bedrock/invocations";
const FOUNDATION_MODEL = company.arn(
  "bedrock",
  "foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0",
  company.REGION,
  "",
);

/** A model of Bedrock, called through an endpoint in the VPC, behind a guardrail, with every call in a log. */
export const assistant: Program = {
  name: "an assistant on Bedrock, reached from the VPC",
  sources: [
    "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "assistant",
      [company.through("bedrock", "assistant"), company.byLogs(GROUP)],
      options,
    );
    const logs = new cloudwatch.LogGroup(
      "invocations",
      { name: GROUP, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );
    const logging = new iam.Role(
      "invocations",
      {
        name: "bedrock-logging",
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { Service: "bedrock.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": company.ACCOUNT },
            ArnLike: { "aws:SourceArn": company.arn("bedrock", "*") },
          },
        }),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "invocations",
      {
        role: logging.name,
        policy: company.document({
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: company.arn("logs", `log-group:${GROUP}:log-stream:aws/bedrock/modelinvocations`),
        }),
      },
      options,
    );
    new bedrockmodel.InvocationLoggingConfiguration(
      "invocations",
      {
        loggingConfig: {
          textDataDeliveryEnabled: true,
          embeddingDataDeliveryEnabled: true,
          imageDataDeliveryEnabled: true,
          cloudwatchConfig: { logGroupName: logs.name, roleArn: logging.arn },
        },
      },
      options,
    );
    const guardrail = new bedrock.Guardrail(
      "assistant",
      {
        name: "assistant",
        blockedInputMessaging: "This cannot be asked.",
        blockedOutputsMessaging: "This cannot be answered.",
        kmsKeyArn: key.arn,
        contentPolicyConfig: {
          filtersConfigs: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" }],
        },
        sensitiveInformationPolicyConfig: {
          piiEntitiesConfigs: [
            { type: "EMAIL", action: "ANONYMIZE" },
            { type: "CREDIT_DEBIT_CARD_NUMBER", action: "BLOCK" },
          ],
        },
      },
      options,
    );

    const role = new iam.Role(
      "assistant",
      {
        name: "assistant",
        assumeRolePolicy: company.trusting("ecs-tasks.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "assistant",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
              Resource: FOUNDATION_MODEL,
              Condition: { StringEquals: { "bedrock:GuardrailIdentifier": guardrail.guardrailArn } },
            },
            { Effect: "Allow", Action: "bedrock:ApplyGuardrail", Resource: guardrail.guardrailArn },
            { Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn },
          ],
        }),
      },
      options,
    );
    new ec2.VpcEndpoint(
      "bedrock",
      {
        vpcId: company.VPC,
        serviceName: `com.amazonaws.${company.REGION}.bedrock-runtime`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: company.PRIVATE_SUBNETS,
        securityGroupIds: [company.ENDPOINTS_GROUP],
        policy: company.document({
          Effect: "Allow",
          Principal: "*",
          Action: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream", "bedrock:ApplyGuardrail"],
          Resource: [FOUNDATION_MODEL, company.arn("bedrock", "guardrail/*")],
          Condition: { StringEquals: { "aws:PrincipalOrgID": company.ORGANIZATION } },
        }),
      },
      options,
    );
  },
};
