import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as sns from "@pulumi/aws/sns";
import * as sqs from "@pulumi/aws/sqs";
import { type CustomResourceOptions, type Input, interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const CONSUMERS = ["billing", "shipping"];

/** Orders from an event bus through a topic to a queue for each consumer, all encrypted by one key. */
export const eventFanOut: Program = {
  name: "an event bus, a topic and its queues",
  sources: [
    "https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
  ],
  run: () => {
    const options = company.inAccount();
    const byServices = (...services: string[]) => ({
      Sid: "UseByEventServices",
      Effect: "Allow",
      Principal: { Service: services },
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": company.ACCOUNT } },
    });
    const key = company.key("orders", [byServices("events.amazonaws.com", "sns.amazonaws.com")], options);

    const bus = new cloudwatch.EventBus("orders", { name: "orders", kmsKeyIdentifier: key.arn }, options);
    new cloudwatch.EventBusPolicy(
      "orders",
      {
        eventBusName: bus.name,
        policy: bus.arn.apply((arn) =>
          company.document({
            Sid: "ShopPutsOrders",
            Effect: "Allow",
            Principal: { AWS: company.arn("iam", "role/shop", "") },
            Action: "events:PutEvents",
            Resource: arn,
            Condition: { StringEquals: { "events:source": "shop.orders" } },
          }),
        ),
      },
      options,
    );
    new cloudwatch.EventArchive(
      "orders",
      { eventSourceArn: bus.arn, retentionDays: 365, kmsKeyIdentifier: key.arn },
      options,
    );

    const topic = new sns.Topic(
      "orders",
      { kmsMasterKeyId: key.arn, signatureVersion: 2, tracingConfig: "Active" },
      options,
    );
    const rule = new cloudwatch.EventRule(
      "placed",
      {
        eventBusName: bus.name,
        eventPattern: JSON.stringify({ source: ["shop.orders"], "detail-type": ["OrderPlaced"] }),
      },
      options,
    );
    new sns.TopicPolicy(
      "orders",
      {
        arn: topic.arn,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "RulePublishes",
              Effect: "Allow",
              Principal: { Service: "events.amazonaws.com" },
              Action: "sns:Publish",
              Resource: topic.arn,
              Condition: { ArnEquals: { "aws:SourceArn": rule.arn } },
            },
            denyPlainHttp("sns:Publish", topic.arn),
          ],
        }),
      },
      options,
    );
    const undelivered = queue("undelivered", key.arn, options);
    queuePolicy("undelivered", undelivered, "events.amazonaws.com", rule.arn, options);
    new cloudwatch.EventTarget(
      "placed",
      {
        eventBusName: bus.name,
        rule: rule.name,
        arn: topic.arn,
        deadLetterConfig: { arn: undelivered.arn },
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 20 },
      },
      options,
    );

    for (const consumer of CONSUMERS) {
      const failed = queue(`${consumer}-failed`, key.arn, options);
      queuePolicy(`${consumer}-failed`, failed, "sns.amazonaws.com", topic.arn, options);
      const inbox = queue(consumer, key.arn, options, {
        redrivePolicy: jsonStringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 3 }),
      });
      new sqs.RedriveAllowPolicy(
        consumer,
        {
          queueUrl: failed.url,
          redriveAllowPolicy: jsonStringify({
            redrivePermission: "byQueue",
            sourceQueueArns: [company.arn("sqs", consumer)],
          }),
        },
        options,
      );
      queuePolicy(consumer, inbox, "sns.amazonaws.com", topic.arn, options);
      new sns.TopicSubscription(
        consumer,
        {
          topic: topic.arn,
          protocol: "sqs",
          endpoint: inbox.arn,
          rawMessageDelivery: true,
          filterPolicyScope: "MessageBody",
          filterPolicy: JSON.stringify({ detail: { country: ["DE", "FR"] } }),
          redrivePolicy: jsonStringify({ deadLetterTargetArn: failed.arn }),
        },
        options,
      );
    }
    new cloudwatch.MetricAlarm(
      "undelivered",
      {
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        evaluationPeriods: 1,
        period: 300,
        statistic: "Maximum",
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: undelivered.name },
        alarmDescription: interpolate`Events that reached nobody wait in ${undelivered.name}`,
        treatMissingData: "notBreaching",
      },
      options,
    );
  },
};

const denyPlainHttp = (action: string, resource: Input<string>) => ({
  Sid: "DenyPlainHttp",
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Resource: resource,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

const queue = (
  name: string,
  key: Input<string>,
  options: CustomResourceOptions,
  args: sqs.QueueArgs = {},
): sqs.Queue =>
  new sqs.Queue(
    name,
    {
      name,
      kmsMasterKeyId: key,
      kmsDataKeyReusePeriodSeconds: 300,
      messageRetentionSeconds: 1209600,
      ...args,
    },
    options,
  );

/** What one source may send, and only over TLS. */
function queuePolicy(
  name: string,
  to: sqs.Queue,
  service: string,
  source: Input<string>,
  options: CustomResourceOptions,
): void {
  new sqs.QueuePolicy(
    name,
    {
      queueUrl: to.url,
      policy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "SourceSends",
            Effect: "Allow",
            Principal: { Service: service },
            Action: "sqs:SendMessage",
            Resource: to.arn,
            Condition: { ArnEquals: { "aws:SourceArn": source } },
          },
          denyPlainHttp("sqs:*", to.arn),
        ],
      }),
    },
    options,
  );
}
