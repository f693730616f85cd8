import type { Finding, Graph, GraphControl, Node } from "../../core";
import { mustBe, violation } from "../../core";
import { judgeEach } from "../judge-each";

const VPCS = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";

export const vpcFlowLogsAll: GraphControl = {
  name: "vpc-flow-logs-all",
  description: "Every VPC has a flow log of all its traffic, to a log group or bucket that is named.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Without flow logs nobody can tell where data went, nor that nothing did.",
  fix: {
    text: 'Add a FlowLog for the VPC with trafficType "ALL".',
    code: `new ec2.FlowLog("all", {
  vpcId: vpc.id,
  trafficType: "ALL",
  logDestinationType: "s3",
  logDestination: interpolate\`\${flowLogs.arn}/\`,
});`,
  },
  frameworks: {
    cis: ["4.7"],
    nist: ["AU-2", "AU-3", "AU-12", "AU-12(1)", "AU-12(2)"],
    fsbp: ["EC2.6"],
    checkov: ["CKV2_AWS_11"],
  },
  kind: "graph",
  check: (graph) => judgeEach(graph.byType(...VPCS), (vpc) => judgeVpc(graph, vpc)),
};

function judgeVpc(graph: Graph, vpc: Node): readonly Finding[] {
  const logs = graph.pointingTo(vpc, "vpcId", FLOW_LOG);
  if (logs.length === 0) return [violation(vpc, "flowLog", "no flow log", "a FlowLog of all traffic")];
  // One complete log is enough; further ones may look at less.
  const judged = logs.map(judgeLog);
  return judged.some((findings) => findings.length === 0) ? [] : (judged[0] ?? []);
}

function judgeLog(log: Node): readonly Finding[] {
  return [
    ...mustBe(log, "trafficType", (type) => type === "ALL", '"ALL"'),
    ...mustBe(log, "logDestination", (arn) => typeof arn === "string", "the ARN of a log group or bucket", {
      unknown: true,
    }),
  ];
}
