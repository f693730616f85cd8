import type { ServiceFacts } from "../resource-facts";

/** CloudWatch, CloudWatch Logs, EventBridge and Synthetics. */
export const CLOUDWATCH: ServiceFacts = {
  "aws:cloudwatch/logGroup:LogGroup": {
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:log-group:{name}",
    unique: "account",
  },
  "aws:cloudwatch/logStream:LogStream": {
    id: "{name}",
    key: "{logGroupName} {id}",
    arn: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}:log-stream:{name}",
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { id: "{policyName}" },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": { id: "{logGroupName}" },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": { id: "{name}", key: "{logGroupName} {id}" },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": { id: "cwlsf-{digits:10}" },
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": { id: "{policyName}:{policyType}" },
  "aws:cloudwatch/logDestination:LogDestination": {
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:destination:{name}",
    unique: "account",
  },
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": { id: "{destinationName}" },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    id: "{name}",
    arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{name}",
    unique: "account",
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    id: "{alarmName}",
    arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarmName}",
    unique: "account",
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    id: "{dashboardName}",
    arn: "arn:{partition}:cloudwatch::{account}:dashboard/{dashboardName}",
    arnProperty: "dashboardArn",
    unique: "account",
  },
  "aws:cloudwatch/eventRule:EventRule": {
    id: "{name}",
    arn: "arn:{partition}:events:{region}:{account}:rule/{name}",
    unique: "account",
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    id: "{rule}-{targetId}",
    outputs: { targetId: "terraform-{digits:26}" },
  },
  "aws:cloudwatch/eventBus:EventBus": {
    id: "{name}",
    arn: "arn:{partition}:events:{region}:{account}:event-bus/{name}",
    unique: "account",
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": { id: "{eventBusName}" },
  "aws:cloudwatch/eventArchive:EventArchive": {
    id: "{name}",
    arn: "arn:{partition}:events:{region}:{account}:archive/{name}",
  },
  "aws:scheduler/schedule:Schedule": {
    id: "default/{name}",
    arn: "arn:{partition}:scheduler:{region}:{account}:schedule/default/{name}",
  },
};
