import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  known,
  mustBe,
  type Node,
  type Value,
  violation,
} from "../../core";
import { leavesNamedOrHidden } from "../../core/walk";
import { judgeEach } from "../judge-each";
import { FLOW, judgeFlow } from "./app-flows";
import { BUCKET_DESTINATIONS } from "./bucket-destinations";
import { ARN_DESTINATIONS, ARN_INPUTS, HOST_DESTINATIONS } from "./destinations";
import { judgeArn, judgeBucketName, judgeHost, judgeSubscriber } from "./judge-destination";

const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const SERVER = "aws:transfer/server:Server";
const TYPES = new Set([
  ...Object.keys(ARN_DESTINATIONS),
  ...Object.keys(BUCKET_DESTINATIONS),
  ...Object.keys(HOST_DESTINATIONS),
  SUBSCRIPTION,
  SERVER,
]);

export const dataCopyDestinationTrusted: GraphControl = {
  kind: "graph",
  name: "data-copy-destination-trusted",
  description:
    "Replication, streams, flows, trails, log subscriptions, events, transfers and subscriptions take data to the company's accounts, buckets and hosts only.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A copy that a service makes by itself leaves without any role reading it: the quietest way to carry data off.",
  fix: {
    text: "Send it to an account of the company; its buckets go into trustedBuckets of the pack's settings, and a host outside AWS into trustedHosts.",
    code: `destination: { bucket: replica.arn, account: companyAccountId },`,
  },
  frameworks: { nist: ["AC-4", "SC-7(10)"], checkov: ["CKV_AWS_164"] },
  check: (graph, context) =>
    judgeEach(graph.byType(...TYPES), (node) => [
      ...judgeArns(graph, node, context),
      ...judgeBuckets(graph, node, context),
      ...judgeHosts(node, context),
      ...(node.type === FLOW ? judgeFlow(graph, node, context) : []),
      ...(node.type === SUBSCRIPTION ? judgeSubscription(node, context) : []),
      ...(node.type === SERVER
        ? mustBe(node, "endpointType", (type) => type === "VPC" || type === "VPC_ENDPOINT", '"VPC"')
        : []),
    ]),
};

function judgeArns(graph: Graph, node: Node, context: Context): readonly Finding[] {
  const names = ARN_DESTINATIONS[node.type] ?? [];
  const inputs = ARN_INPUTS[node.type] ?? node.properties.keys().filter((key) => !/^tags/.test(key));
  return inputs
    .flatMap((input) => leavesNamedOrHidden(opened(node.properties.get(input)), input, names))
    .flatMap(({ path, value }) => judgeArn(graph, node, path, value, context));
}

/** What is written as JSON in a text, as a queue's `redrivePolicy`; any other value is itself. */
function opened(value: Value): Value {
  if (value.state !== "known" || typeof value.value !== "string" || !value.value.startsWith("{"))
    return value;
  try {
    return known(JSON.parse(value.value) as unknown);
  } catch {
    return value;
  }
}

function judgeBuckets(graph: Graph, node: Node, context: Context): readonly Finding[] {
  const { inputs, names } = BUCKET_DESTINATIONS[node.type] ?? { inputs: [], names: [] };
  return inputs
    .flatMap((input) => leavesNamedOrHidden(node.properties.get(input), input, names))
    .flatMap(({ path, value }) => judgeBucketName(graph, node, path, value, context));
}

function judgeHosts(node: Node, context: Context): readonly Finding[] {
  return (HOST_DESTINATIONS[node.type] ?? []).flatMap((property) => {
    const value = node.properties.get(property);
    return value.state === "unset" ? [] : judgeHost(node, property, value, context.settings);
  });
}

/** Messages go on to services of AWS by ARN; to people and hosts by address, which plain HTTP gives to everyone. */
function judgeSubscription(node: Node, context: Context): readonly Finding[] {
  const protocol = node.properties.get("protocol");
  const endpoint = node.properties.get("endpoint");
  if (protocol.state === "unknown") return [deferred(node, "protocol")];
  switch (protocol.state === "known" ? protocol.value : "") {
    case "sqs":
    case "lambda":
    case "firehose":
      return judgeSubscriber(node, endpoint, context);
    case "https":
    case "email":
    case "email-json":
      return judgeHost(node, "endpoint", endpoint, context.settings);
    default:
      return [
        violation(node, "protocol", protocol, "sqs, lambda, firehose, or https or email to a trusted host"),
      ];
  }
}
