import {
  type Context,
  deferred,
  type Element,
  type Finding,
  type Graph,
  type Node,
  type Value,
  violation,
} from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { leavesNamed } from "../../core/walk";
import { hostOf, isTrustedHost } from "./destinations";

export const FLOW = "aws:appflow/flow:Flow";
const PROFILE = "aws:appflow/connectorProfile:ConnectorProfile";

/** Connectors that stay within AWS: into a bucket, which is judged by its name, or a service of the same account. */
const WITHIN_AWS = new Set(["CustomerProfiles", "EventBridge", "LookoutMetrics", "Redshift", "S3"]);
/** Where a connector's profile says the host that it connects to. */
const HOSTS = ["applicationHostUrl", "instanceUrl", "tokenUrl"];

/**
 * Findings for the services outside AWS that a flow writes to: each one's host, as its connector's profile says it, must
 * be trusted. https://docs.aws.amazon.com/appflow/1.0/APIReference/API_DestinationFlowConfig.html
 */
export function judgeFlow(graph: Graph, flow: Node, context: Context): readonly Finding[] {
  const configs = flow.properties.list("destinationFlowConfigs");
  if (configs.state === "unknown") return [deferred(flow, "destinationFlowConfigs")];
  return configs.state === "known"
    ? configs.value.flatMap((one) => judgeConfig(graph, flow, one, context))
    : [];
}

function judgeConfig(
  graph: Graph,
  flow: Node,
  { path, properties }: Element,
  { settings }: Context,
): readonly Finding[] {
  const property = `${path}.connectorType`;
  const connector = properties.get("connectorType");
  if (connector.state === "unknown") return [deferred(flow, property)];
  const name = connector.state === "known" ? String(connector.value) : "";
  if (WITHIN_AWS.has(name)) return [];
  const named = properties.get("connectorProfileName");
  const profiles =
    named.state === "known"
      ? graph.identifiedBy(String(named.value), PROFILE)
      : pointedAtFrom(graph, flow, ["destinationFlowConfigs"], PROFILE);
  const hosts = profiles.flatMap(hostsOf);
  if (hosts.some(({ state }) => state === "unknown")) return [deferred(flow, property)];
  const names = hosts.flatMap((host) => (host.state === "known" ? [hostOf(String(host.value))] : []));
  if (names.length > 0 && names.every((host) => isTrustedHost(host, settings.trustedHosts))) return [];
  return [
    violation(
      flow,
      property,
      [name, ...names].join(", "),
      "a service of AWS, or one whose host the settings trust",
      {
        finding: `Connector::${name}`,
      },
    ),
  ];
}

/** The hosts that a profile names. */
const hostsOf = ({ properties }: Node): readonly Value[] =>
  leavesNamed(properties.get("connectorProfileConfig"), "connectorProfileConfig", HOSTS).map(
    ({ value }) => value,
  );
