import { type Finding, type Graph, type GraphControl, type Node } from "../../core";
import { judgeEach } from "../judge-each";
import {
  judgeApiStage,
  judgeDatabase,
  judgeKafka,
  judgeListedTypes,
  judgeLoadBalancer,
  judgeLogParts,
  judgeStateMachine,
} from "./service-logs";

type Judge = (graph: Graph, node: Node) => readonly Finding[];

/** All five kinds: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
const CLUSTER_LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html */
const SEARCH_LOGS = ["AUDIT_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"];

const JUDGES: Readonly<Record<string, Judge>> = {
  "aws:alb/loadBalancer:LoadBalancer": (_, node) => judgeLoadBalancer(node),
  "aws:apigateway/stage:Stage": (_, node) => judgeApiStage(node),
  "aws:apigatewayv2/stage:Stage": (_, node) => judgeApiStage(node),
  "aws:docdb/cluster:Cluster": (_, node) => judgeDatabase(node, "enabledCloudwatchLogsExports"),
  "aws:eks/cluster:Cluster": (_, node) => judgeListedTypes(node, "enabledClusterLogTypes", CLUSTER_LOGS),
  "aws:elasticsearch/domain:Domain": (_, node) => judgeListedTypes(node, "logPublishingOptions", SEARCH_LOGS),
  "aws:elb/loadBalancer:LoadBalancer": (_, node) => judgeLoadBalancer(node),
  "aws:lb/loadBalancer:LoadBalancer": (_, node) => judgeLoadBalancer(node),
  "aws:msk/cluster:Cluster": (_, node) => judgeKafka(node),
  "aws:neptune/cluster:Cluster": (_, node) => judgeDatabase(node, "enableCloudwatchLogsExports"),
  "aws:networkfirewall/firewall:Firewall": (graph, node) =>
    judgeLogParts(graph, node, {
      type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
      points: "firewallArn",
      list: "loggingConfiguration.logDestinationConfigs",
      kinds: ["ALERT", "FLOW"],
    }),
  "aws:opensearch/domain:Domain": (_, node) => judgeListedTypes(node, "logPublishingOptions", SEARCH_LOGS),
  "aws:rds/cluster:Cluster": (_, node) => judgeDatabase(node, "enabledCloudwatchLogsExports"),
  "aws:rds/instance:Instance": (_, node) => judgeDatabase(node, "enabledCloudwatchLogsExports"),
  "aws:sfn/stateMachine:StateMachine": (_, node) => judgeStateMachine(node),
  "aws:wafv2/webAcl:WebAcl": (graph, node) =>
    judgeLogParts(graph, node, {
      type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
      points: "resourceArn",
      list: "logDestinationConfigs",
      kinds: [],
    }),
};

export const controlPlaneLogsOn: GraphControl = {
  kind: "graph",
  name: "control-plane-logs-on",
  description:
    "Clusters, load balancers, APIs, databases, brokers, state machines, search domains, web ACLs and firewalls log all that they can.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Each of them decides who gets in or what runs, and is silent about it unless it is told to speak.",
  fix: {
    text: "Switch every kind of log on, and name where it goes.",
    code: `new eks.Cluster("ml", {
  ..., enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
});`,
  },
  frameworks: {
    cis: ["4.10"],
    nist: ["AU-2", "AU-3", "AU-10", "AU-12", "AU-12(1)"],
    fsbp: [
      "APIGateway.9",
      "DocumentDB.4",
      "EKS.8",
      "ELB.5",
      "NetworkFirewall.2",
      "OpenSearch.4",
      "OpenSearch.5",
      "RDS.9",
      "StepFunctions.1",
      "WAF.11",
    ],
    checkov: [
      "CKV_AWS_37",
      "CKV_AWS_76",
      "CKV_AWS_80",
      "CKV_AWS_84",
      "CKV_AWS_91",
      "CKV_AWS_95",
      "CKV_AWS_129",
      "CKV_AWS_284",
      "CKV_AWS_285",
      "CKV_AWS_317",
      "CKV2_AWS_31",
      "CKV2_AWS_63",
    ],
  },
  check: (graph) =>
    judgeEach(graph.byType(...Object.keys(JUDGES)), (node) => JUDGES[node.type]?.(graph, node) ?? []),
};
