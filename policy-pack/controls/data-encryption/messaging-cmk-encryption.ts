import {
  type Finding,
  isText,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
  type Tier,
} from "../../core";

const QUEUE = "aws:sqs/queue:Queue";

export const messagingCmkEncryption: ResourceControl = {
  kind: "resource",
  name: "messaging-cmk-encryption",
  description: "Every SQS queue and SNS topic is encrypted, in prod with a customer managed key.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Messages hold names of data sets, results and records of people; a key of one's own can be cut off and shows who read them.",
  fix: {
    text: "Name the team's key.",
    code: `new sqs.Queue("jobs", { kmsMasterKeyId: key.arn });
new sns.Topic("alarms", { kmsMasterKeyId: key.arn });`,
  },
  frameworks: {
    nist: ["SC-28(1)", "SC-13", "SC-8(3)", "SC-8(4)", "AU-9(3)"],
    fsbp: ["SQS.1", "SNS.1"],
    checkov: ["CKV_AWS_27", "CKV_AWS_26", "CKV2_AWS_73"],
  },
  types: [QUEUE, "aws:sns/topic:Topic"],
  check: (subject, { tier }) => judge(subject, tier),
};

function judge(subject: Subject, tier: Tier): readonly Finding[] {
  if (tier === "prod") return mustBeCustomerKey(subject, "kmsMasterKeyId");
  const hasKey = subject.properties.get("kmsMasterKeyId").state !== "unset";
  // SQS encrypts a queue that says nothing with a key of its own; SNS encrypts no topic by itself.
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html
  return subject.type === QUEUE && !hasKey
    ? mustBe(subject, "sqsManagedSseEnabled", isTrue, "true, or a kmsMasterKeyId", { unset: true })
    : mustBe(subject, "kmsMasterKeyId", isText, "a KMS key", { unknown: true });
}
