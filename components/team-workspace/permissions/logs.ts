import { allow, arn, type Scope, type Statement } from "../../secure";

/**
 * Lets a role write to some streams of one of SageMaker's log groups, which are there before it.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
 * @param logGroupName The group, such as `/aws/sagemaker/TrainingJobs`.
 * @param streams Pattern of the streams. @default every stream of the group
 */
export function writeLogs(scope: Scope, logGroupName: string, streams = "*"): Statement[] {
  const group = arn(scope, "logs", `log-group:${logGroupName}`);
  return [
    allow("WriteLogs", {
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [`${group}:log-stream:${streams}`],
    }),
    allow("FindLogStreams", { Action: ["logs:DescribeLogStreams"], Resource: [`${group}:*`] }),
  ];
}

/** Lets a role report its own metrics, in one namespace: AWS knows no resource for metrics. */
export function reportMetrics(namespace: string): Statement {
  return allow("ReportMetrics", {
    Action: ["cloudwatch:PutMetricData"],
    Resource: ["*"],
    Condition: { StringEquals: { "cloudwatch:namespace": namespace } },
  });
}
