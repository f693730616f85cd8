import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  mustBe,
  type Node,
  type Value,
  violation,
} from "../../core";
import { leavesNamed } from "../../core/walk";
import { BUCKETS } from "../../core/resource-types";
import { isAccountId, parseArn } from "../../iam/arn";
import { judgeEach } from "../judge-each";
import { ARN_DESTINATIONS, ARN_INPUTS, HOST_DESTINATIONS, hostOf, isTrustedHost } from "./destinations";
import { isTrustedAccount } from "./trusted-accounts";

const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const SERVER = "aws:transfer/server:Server";
const TYPES = new Set([
  ...Object.keys(ARN_DESTINATIONS),
  ...Object.keys(HOST_DESTINATIONS),
  SUBSCRIPTION,
  SERVER,
]);

export const dataCopyDestinationTrusted: GraphControl = {
  kind: "graph",
  name: "data-copy-destination-trusted",
  description:
    "Replication, streams, log subscriptions, events, transfers and subscriptions take data to the company's accounts, buckets and hosts only.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A copy that a service makes by itself leaves without any role reading it: the quietest way to carry data off.",
  fix: {
    text: "Send it to an account of the company; a host outside AWS goes into trustedHosts of the pack's settings.",
    code: `destination: { bucket: replica.arn, account: companyAccountId },`,
  },
  frameworks: { nist: ["AC-4", "SC-7(10)"], checkov: ["CKV_AWS_164"] },
  check: (graph, context) =>
    judgeEach(graph.byType(...TYPES), (node) => [
      ...judgeArns(graph, node, context),
      ...judgeHosts(node, context),
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
    .flatMap((input) => leavesNamed(node.properties.get(input), input, names))
    .flatMap(({ path, value }) => judgeArn(graph, node, path, value, context));
}

/** A destination that is not known yet but comes from a resource is one of the same program. */
function judgeArn(
  graph: Graph,
  node: Node,
  property: string,
  value: Value,
  context: Context,
): readonly Finding[] {
  if (value.state === "unknown")
    return node.references(property).length > 0 ? [] : [deferred(node, property)];
  const text = value.state === "known" ? String(value.value) : "";
  const arn = parseArn(text);
  const account = isAccountId(text) ? text : arn?.account;
  if (account !== undefined && isAccountId(account)) {
    return isTrustedAccount(account, node, context.settings)
      ? []
      : [stranger(node, property, value, "an account of the company", `Account::${account}`)];
  }
  if (arn?.service !== "s3" || isOwnBucket(graph, text, arn.resource, context)) return [];
  return [stranger(node, property, value, "a bucket of the company", `Bucket::${arn.resource}`)];
}

/** A bucket's ARN says nothing of its account: its name does, where the settings list the company's. */
function isOwnBucket(graph: Graph, arn: string, resource: string, { settings, tier }: Context): boolean {
  const name = resource.split("/")[0] ?? "";
  if ([arn, name].some((text) => graph.identifiedBy(text, ...BUCKETS).length > 0)) return true;
  const patterns = settings.trustedBuckets[tier];
  return patterns === undefined || patterns.some((pattern) => new RegExp(`^(?:${pattern})$`).test(name));
}

function judgeHosts(node: Node, context: Context): readonly Finding[] {
  return (HOST_DESTINATIONS[node.type] ?? []).flatMap((property) => {
    const value = node.properties.get(property);
    return value.state === "unset" ? [] : judgeHost(node, property, value, context);
  });
}

function judgeHost(node: Node, property: string, value: Value, { settings }: Context): readonly Finding[] {
  if (value.state !== "known") return [deferred(node, property)];
  const host = hostOf(String(value.value));
  return isTrustedHost(host, settings.trustedHosts)
    ? []
    : [violation(node, property, host, "a host that the settings trust", { finding: `Host::${host}` })];
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
      return judgeHost(node, "endpoint", endpoint, context);
    default:
      return [
        violation(node, "protocol", protocol, "sqs, lambda, firehose, or https or email to a trusted host"),
      ];
  }
}

function judgeSubscriber(node: Node, endpoint: Value, { settings }: Context): readonly Finding[] {
  if (endpoint.state !== "known")
    return node.references("endpoint").length > 0 ? [] : [deferred(node, "endpoint")];
  const account = parseArn(String(endpoint.value))?.account ?? "";
  return !isAccountId(account) || isTrustedAccount(account, node, settings)
    ? []
    : [stranger(node, "endpoint", endpoint, "an account of the company", `Account::${account}`)];
}

function stranger(node: Node, property: string, value: Value, required: string, finding: string): Finding {
  return violation(node, property, value, required, { finding });
}
