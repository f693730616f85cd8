import type { ServiceFacts } from "../resource-facts";

/** Topics, queues and streams. */
export const MESSAGING: ServiceFacts = {
  "aws:sns/topic:Topic": {
    id: "arn:{partition}:sns:{region}:{account}:{name}",
    arn: "{id}",
    outputs: { owner: "{account}" },
    unique: "account",
  },
  "aws:sns/topicPolicy:TopicPolicy": { id: "{arn}", outputs: { owner: "{account}" } },
  "aws:sns/topicSubscription:TopicSubscription": {
    id: "{topic}:{uuid}",
    arn: "{id}",
    outputs: { ownerId: "{account}", pendingConfirmation: false },
  },
  "aws:sqs/queue:Queue": {
    id: "https://sqs.{region}.amazonaws.com/{account}/{name}",
    arn: "arn:{partition}:sqs:{region}:{account}:{name}",
    outputs: { url: "{id}" },
    unique: "account",
  },
  "aws:sqs/queuePolicy:QueuePolicy": { id: "{queueUrl}" },
  "aws:kinesis/stream:Stream": {
    id: "arn:{partition}:kinesis:{region}:{account}:stream/{name}",
    arn: "{id}",
    unique: "account",
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    id: "arn:{partition}:firehose:{region}:{account}:deliverystream/{name}",
    arn: "{id}",
    outputs: { destinationId: "destinationId-000000000001", versionId: "1" },
    unique: "account",
  },
};
