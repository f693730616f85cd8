import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { documentOf, unknownParts } from "../../iam/document";
import { judgeEach } from "../judge-each";
import { refusesPlainTransport } from "./plain-transport";

interface Kind {
  /** The type that holds the policy beside, and its property that names the queue or topic. */
  readonly policy: string;
  readonly target: string;
  /** What moves messages. A topic's policy may not say `sns:*`. */
  readonly actions: readonly string[];
}

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html and
 * https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
 */
const KINDS: Readonly<Record<string, Kind>> = {
  "aws:sqs/queue:Queue": {
    policy: "aws:sqs/queuePolicy:QueuePolicy",
    target: "queueUrl",
    actions: ["sqs:SendMessage", "sqs:ReceiveMessage"],
  },
  "aws:sns/topic:Topic": {
    policy: "aws:sns/topicPolicy:TopicPolicy",
    target: "arn",
    actions: ["sns:Publish"],
  },
};

export const messagingTlsOnly: GraphControl = {
  kind: "graph",
  name: "messaging-tls-only",
  description: "The policy of every SQS queue and SNS topic refuses requests without TLS.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Both services answer plain HTTP too; whoever stands on the way then reads and changes messages.",
  fix: {
    text: "Add the statement to the policy; for a topic the action is sns:Publish.",
    code: `new sqs.QueuePolicy("jobs", {
  queueUrl: queue.id,
  policy: jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "DenyPlainHttp",
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: queue.arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  }),
});`,
  },
  frameworks: { nist: ["SC-8", "SC-8(1)"] },
  check: (graph) =>
    judgeEach(
      Object.entries(KINDS).flatMap(([type, kind]) => graph.byType(type).map((node) => ({ node, kind }))),
      ({ node, kind }) => judge(graph, node, kind),
    ),
};

/** A policy beside replaces the one inside: AWS keeps a single policy for each queue and topic. */
function judge(graph: Graph, node: Node, { policy, target, actions }: Kind): readonly Finding[] {
  const beside = graph.pointingTo(node, target, policy);
  const holders = beside.length > 0 ? beside : [node];
  return holders.flatMap((holder): readonly Finding[] => {
    const document = documentOf(holder.properties.get("policy"), "policy");
    const statements = document.state === "read" ? document.statements : [];
    const answers = statements.map((statement) => refusesPlainTransport(statement, node, actions));
    if (answers.includes("yes")) return [];
    if (answers.includes("unknown") || unknownParts(document).length > 0) return [deferred(holder, "policy")];
    return [
      violation(
        holder,
        "policy",
        document.state === "unset" ? "no policy" : "no statement that refuses requests without TLS",
        `a Deny for everyone on ${actions.join(" and ")} when aws:SecureTransport is false`,
      ),
    ];
  });
}
