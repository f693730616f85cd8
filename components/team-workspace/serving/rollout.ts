import type * as pulumi from "@pulumi/pulumi";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as inputs from "@pulumi/aws/types/input";
import { tagsOf, type Scope } from "../../secure";

/** How long the new fleet carries the traffic before the old one goes. */
const BAKING_SECONDS = 300;
/** How long the old fleet stays after that, to go back to. */
const TERMINATION_WAIT_SECONDS = 120;
/** How long a change may take altogether; SageMaker's own default is shorter than a large model needs to load. */
const LONGEST_CHANGE_SECONDS = 3600;

/**
 * Raised when an endpoint answers with faults of its own for two minutes of three. It is the endpoint's that asks:
 * errors of callers (4XX) don't count.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
 */
export function faultAlarm(
  name: string,
  args: { readonly scope: Scope; readonly endpointName: string; readonly variantName: string },
  opts: pulumi.CustomResourceOptions,
): cloudwatch.MetricAlarm {
  return new cloudwatch.MetricAlarm(
    name,
    {
      alarmDescription: `${args.endpointName} answers with faults; a change under way is rolled back.`,
      namespace: "AWS/SageMaker",
      metricName: "Invocation5XXErrors",
      dimensions: { EndpointName: args.endpointName, VariantName: args.variantName },
      statistic: "Sum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      period: 60,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      treatMissingData: "notBreaching",
      tags: tagsOf(args.scope),
    },
    opts,
  );
}

/**
 * How an endpoint changes over to another model: beside the old fleet, and back to it when the alarm is raised.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-blue-green.html
 */
export function blueGreenWithRollback(
  alarm: cloudwatch.MetricAlarm,
): inputs.sagemaker.EndpointDeploymentConfig {
  return {
    blueGreenUpdatePolicy: {
      trafficRoutingConfiguration: { type: "ALL_AT_ONCE", waitIntervalInSeconds: BAKING_SECONDS },
      terminationWaitInSeconds: TERMINATION_WAIT_SECONDS,
      maximumExecutionTimeoutInSeconds: LONGEST_CHANGE_SECONDS,
    },
    autoRollbackConfiguration: { alarms: [{ alarmName: alarm.name }] },
  };
}
