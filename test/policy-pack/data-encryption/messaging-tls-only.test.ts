import { messagingTlsOnly as control } from "../../../policy-pack/controls/data-encryption/messaging-tls-only";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const QUEUE_ARN = "arn:aws:sqs:eu-central-1:222222222222:jobs";
const queue = declare("sqs/queue:Queue", "jobs", { name: "jobs", arn: QUEUE_ARN });
const topic = declare("sns/topic:Topic", "alarms", { name: "alarms" });
const deny = (Action: unknown, more: object = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
  ...more,
});
const text = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const queuePolicy = (policy: unknown, of: Declared = queue) =>
  declare("sqs/queuePolicy:QueuePolicy", "jobs", { queueUrl: ref(of), policy });
const topicPolicy = (policy: unknown) =>
  declare("sns/topicPolicy:TopicPolicy", "alarms", { arn: ref(topic, "arn"), policy });
const QUEUE_LINE = "jobs (sqs/queuePolicy): policy";
const TOPIC_LINE = "alarms (sns/topicPolicy): policy";

describe("messaging-tls-only", () => {
  it("passes a policy that refuses plain requests, beside or inside", () => {
    passes(control, [queue, queuePolicy(text(deny("sqs:*")))]);
    passes(control, [queue, queuePolicy(text(deny("SQS:*", { Resource: QUEUE_ARN })))]);
    passes(control, [queue, queuePolicy({ Statement: deny(["sqs:SendMessage", "sqs:ReceiveMessage"]) })]);
    passes(control, [declare("sqs/queue:Queue", "jobs", { policy: text(deny("*")) })]);
    passes(control, [topic, topicPolicy(text(deny("sns:Publish")))]);
    passes(control, [declare("sns/topic:Topic", "alarms", { policy: text(deny("SNS:Publish")) })]);
  });

  it("finds a queue and a topic without a policy", () => {
    violates(control, [queue, topic], ["jobs (sqs/queue): policy", "alarms (sns/topic): policy"]);
  });

  it("takes the policy beside for the one that counts", () => {
    const inside = declare("sqs/queue:Queue", "jobs", { policy: text(deny("sqs:*")) });
    violates(control, [inside, queuePolicy(text(), inside)], [QUEUE_LINE]);
  });

  for (const [what, statement] of Object.entries({
    "allows instead": deny("sqs:*", { Effect: "Allow" }),
    "refuses to send only": deny("sqs:SendMessage"),
    "is for another queue": deny("sqs:*", { Resource: "arn:aws:sqs:eu-central-1:222222222222:other" }),
    "is for one principal": deny("sqs:*", { Principal: { AWS: "222222222222" } }),
    "has the condition upside down": deny("sqs:*", {
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    }),
    "has no condition": deny("sqs:*", { Condition: {} }),
  })) {
    it(`finds a policy that ${what}`, () => {
      violates(control, [queue, queuePolicy(text(statement))], [QUEUE_LINE]);
    });
  }

  it("finds a topic's policy that refuses something else", () => {
    violates(control, [topic, topicPolicy(text(deny("sns:Subscribe")))], [TOPIC_LINE]);
  });

  it("waits for a policy, or the resource of its statement, that is not known yet", () => {
    const document = declare("iam/policyDocument:Doc", "doc", { json: text() });
    defers(control, [queue, queuePolicy(ref(document, "json"))], [QUEUE_LINE], [QUEUE_LINE]);
    const own = { Statement: [deny("sqs:*", { Resource: ref(queue, "arn") })] };
    defers(control, [queue, queuePolicy(own)], [QUEUE_LINE], []);
    notApplicable(control, [document]);
  });
});
