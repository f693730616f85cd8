import {
  deferred,
  type Element,
  type Finding,
  type Graph,
  isFalse,
  isText,
  isTrue,
  mustBe,
  type Node,
  violation,
} from "../../core";

/** Findings for a list in which every kind of log must stand: names, or blocks with a `logType` that may be off. */
export function judgeListedTypes(node: Node, property: string, kinds: readonly string[]): readonly Finding[] {
  const list = node.properties.list(property);
  if (list.state === "unknown") return [deferred(node, property)];
  const on = list.state === "known" ? list.value.filter(isOn) : [];
  if (on.some((one) => kindOf(one).state === "unknown")) return [deferred(node, property)];
  const names = on.map((one) => textOf(kindOf(one)));
  const missing = kinds.filter((kind) => !names.includes(kind));
  if (missing.length === 0) return [];
  return [violation(node, property, `no ${missing.join(", no ")}`, kinds.join(", "))];
}

const kindOf = ({ value, properties }: Element) => {
  const kind = properties.get("logType");
  return kind.state === "unset" ? value : kind;
};

const textOf = (value: ReturnType<typeof kindOf>): string =>
  value.state === "known" && typeof value.value === "string" ? value.value : "";

const isOn = ({ properties }: Element): boolean => {
  const enabled = properties.get("enabled");
  return !(enabled.state === "known" && isFalse(enabled.value));
};

/**
 * Findings for a load balancer without access logs. A classic one's block is on by being there, the others' is not:
 * https://www.pulumi.com/registry/packages/aws/api-docs/lb/loadbalancer/ A gateway load balancer has none.
 */
export function judgeLoadBalancer(node: Node): readonly Finding[] {
  const type = node.properties.get("loadBalancerType");
  if (type.state === "known" && type.value === "gateway") return [];
  const isClassic = node.type.startsWith("aws:elb/");
  const hasBlock = node.properties.get("accessLogs").state !== "unset";
  return [
    ...mustBe(node, "accessLogs.enabled", isTrue, "true", { unset: isClassic && hasBlock }),
    ...(hasBlock
      ? mustBe(node, "accessLogs.bucket", isText, "a bucket for the access logs", { unknown: true })
      : []),
  ];
}

/** Findings for a state machine that does not log every event, or leaves no trace in X-Ray. */
export function judgeStateMachine(node: Node): readonly Finding[] {
  return [
    ...mustBe(node, "loggingConfiguration.level", (level) => level === "ALL", '"ALL"'),
    ...mustBe(node, "loggingConfiguration.logDestination", isText, "the ARN of a log group", {
      unknown: true,
    }),
    ...mustBe(node, "tracingConfiguration.enabled", isTrue, "true"),
  ];
}

/** Findings for a stage of an API that keeps no record of who called it. */
export function judgeApiStage(node: Node): readonly Finding[] {
  return mustBe(node, "accessLogSettings.destinationArn", isText, "the ARN of a log group or a stream", {
    unknown: true,
  });
}

/** Findings for a database that hands none of its logs over; which kinds there are depends on the engine. */
export function judgeDatabase(node: Node, property: string): readonly Finding[] {
  const list = node.properties.list(property);
  if (list.state === "unknown") return [deferred(node, property)];
  return list.state === "known" && list.value.length > 0
    ? []
    : [violation(node, property, "no log", "the logs that the engine has, its audit log among them")];
}

/** Findings for Kafka's brokers that log nowhere. */
export function judgeKafka(node: Node): readonly Finding[] {
  const property = "loggingInfo.brokerLogs";
  const switches = ["cloudwatchLogs", "firehose", "s3"].map((name) =>
    node.properties.get(`${property}.${name}.enabled`),
  );
  if (switches.some((one) => one.state === "known" && isTrue(one.value))) return [];
  if (switches.some((one) => one.state === "unknown")) return [deferred(node, property)];
  return [violation(node, property, "no destination that is on", "a log group, a stream or a bucket")];
}

/** Logging that is a resource of its own. */
export interface LogPart {
  readonly type: string;
  /** The property that names what is logged. */
  readonly points: string;
  readonly list: string;
  /** The kinds that must be listed; none when any destination will do. */
  readonly kinds: readonly string[];
}

export function judgeLogParts(graph: Graph, node: Node, part: LogPart): readonly Finding[] {
  const parts = graph.pointingTo(node, part.points, part.type);
  const required =
    part.kinds.length === 0 ? "a destination for the logs" : `logs of ${part.kinds.join(" and ")}`;
  if (parts.length === 0) return [violation(node, "loggingConfiguration", "not set", required)];
  return parts.flatMap((one) => {
    if (part.kinds.length > 0) return judgeListedTypes(one, part.list, part.kinds);
    const list = one.properties.list(part.list);
    const isEmpty = list.state === "unset" || (list.state === "known" && list.value.length === 0);
    return isEmpty ? [violation(one, part.list, "not set", required)] : [];
  });
}
