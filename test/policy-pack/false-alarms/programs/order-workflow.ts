import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as sfn from "@pulumi/aws/sfn";
import { type Input, interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = "/aws/vendedlogs/states/orders";
const CHARGE = company.arn("lambda", "function:charge");
const TABLE = company.arn("dynamodb", "table/orders");
const APPROVALS = "approvals";

/** A workflow over functions, a table, a topic and a queue, that calls each service itself. */
export const orderWorkflow: Program = {
  name: "a workflow over functions, a table and a queue",
  sources: [
    "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "orders",
      [company.through("states", "orders-workflow"), company.byLogs(LOGS)],
      options,
    );
    const logs = new cloudwatch.LogGroup(
      "workflow",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    // Log delivery writes under a policy of the log groups.
    new cloudwatch.LogResourcePolicy(
      "delivery",
      {
        policyName: "delivery",
        policyDocument: company.document({
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: company.arn("logs", `log-group:${LOGS}:*`),
          Condition: {
            StringEquals: { "aws:SourceAccount": company.ACCOUNT },
            ArnLike: { "aws:SourceArn": company.arn("logs", "*") },
          },
        }),
      },
      options,
    );
    const role = new iam.Role(
      "workflow",
      {
        name: "orders-workflow",
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { Service: ["states.amazonaws.com"] },
          Action: "sts:AssumeRole",
          Condition: {
            ArnLike: { "aws:SourceArn": company.arn("states", "stateMachine:orders") },
            StringEquals: { "aws:SourceAccount": company.ACCOUNT },
          },
        }),
      },
      options,
    );
    new iam.RolePolicy(
      "workflow",
      {
        role: role.id,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: [CHARGE, `${CHARGE}:*`] },
            { Effect: "Allow", Action: ["dynamodb:PutItem", "dynamodb:UpdateItem"], Resource: TABLE },
            { Effect: "Allow", Action: "sqs:SendMessage", Resource: company.arn("sqs", APPROVALS) },
            {
              Effect: "Allow",
              Action: [
                "logs:CreateLogDelivery",
                "logs:GetLogDelivery",
                "logs:UpdateLogDelivery",
                "logs:DeleteLogDelivery",
                "logs:ListLogDeliveries",
                "logs:PutResourcePolicy",
                "logs:DescribeResourcePolicies",
                "logs:DescribeLogGroups",
              ],
              Resource: "*",
            },
            {
              Effect: "Allow",
              Action: [
                "xray:PutTraceSegments",
                "xray:PutTelemetryRecords",
                "xray:GetSamplingRules",
                "xray:GetSamplingTargets",
              ],
              Resource: ["*"],
            },
            {
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:GenerateDataKey"],
              Resource: key.arn,
              Condition: {
                StringEquals: {
                  "kms:EncryptionContext:aws:states:stateMachineArn": company.arn(
                    "states",
                    "stateMachine:orders",
                  ),
                },
              },
            },
          ],
        }),
      },
      options,
    );
    const machine = new sfn.StateMachine(
      "orders",
      {
        name: "orders",
        type: "STANDARD",
        roleArn: role.arn,
        definition: definition(key.arn),
        encryptionConfiguration: {
          type: "CUSTOMER_MANAGED_KMS_KEY",
          kmsKeyId: key.arn,
          kmsDataKeyReusePeriodSeconds: 300,
        },
        loggingConfiguration: {
          level: "ALL",
          includeExecutionData: false,
          logDestination: interpolate`${logs.arn}:*`,
        },
        tracingConfiguration: { enabled: true },
        publish: true,
      },
      options,
    );
    new sfn.Alias(
      "live",
      {
        name: "live",
        routingConfigurations: [{ stateMachineVersionArn: machine.stateMachineVersionArn, weight: 100 }],
      },
      options,
    );
    new cloudwatch.MetricAlarm(
      "failed",
      {
        namespace: "AWS/States",
        metricName: "ExecutionsFailed",
        dimensions: { StateMachineArn: machine.arn },
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        evaluationPeriods: 1,
        period: 300,
        statistic: "Sum",
        alarmActions: [company.arn("sns", "operations")],
      },
      options,
    );
    const events = new cloudwatch.EventRule(
      "placed",
      { eventPattern: JSON.stringify({ source: ["shop.orders"], "detail-type": ["OrderPlaced"] }) },
      options,
    );
    const starter = new iam.Role(
      "starter",
      { assumeRolePolicy: company.trusting("events.amazonaws.com"), permissionsBoundary: company.BOUNDARY },
      options,
    );
    new iam.RolePolicy(
      "starter",
      {
        role: starter.id,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "states:StartExecution", Resource: machine.arn }],
        }),
      },
      options,
    );
    new cloudwatch.EventTarget(
      "placed",
      { rule: events.name, arn: machine.arn, roleArn: starter.arn },
      options,
    );
  },
};

const definition = (key: Input<string>) =>
  jsonStringify({
    Comment: interpolate`Encrypted by ${key}`,
    StartAt: "Charge",
    States: {
      Charge: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Parameters: { FunctionName: CHARGE, "Payload.$": "$" },
        Retry: [{ ErrorEquals: ["Lambda.TooManyRequestsException"], MaxAttempts: 3 }],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "AskForApproval" }],
        Next: "Keep",
      },
      AskForApproval: {
        Type: "Task",
        Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        Parameters: {
          QueueUrl: `https://sqs.${company.REGION}.amazonaws.com/${company.ACCOUNT}/${APPROVALS}`,
          MessageBody: { "order.$": "$.id", "token.$": "$$.Task.Token" },
        },
        TimeoutSeconds: 86400,
        Next: "Keep",
      },
      Keep: {
        Type: "Task",
        Resource: "arn:aws:states:::dynamodb:putItem",
        Parameters: { TableName: "orders", Item: { id: { "S.$": "$.id" } } },
        End: true,
      },
    },
  });
