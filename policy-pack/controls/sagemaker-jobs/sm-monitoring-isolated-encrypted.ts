import type { Context, Finding, Graph, GraphControl, Node } from "../../core";
import { DATA_QUALITY, judgeJobsOf, MONITORING_SCHEDULE } from "../../sagemaker/job-resources";
import { judgeEncryption } from "../../sagemaker/judge-encryption";
import { judgeIsolation, judgeVpc } from "../../sagemaker/judge-network";
import { judgeOwnLocations } from "../../sagemaker/own-locations";
import { judgeEach } from "../judge-each";

export const smMonitoringIsolatedEncrypted: GraphControl = {
  kind: "graph",
  name: "sm-monitoring-isolated-encrypted",
  description:
    "Every monitoring job is cut off from the network, in the VPC, and encrypted with a customer managed key; its results lie in the company's buckets.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Monitoring jobs read everything that was asked of a model and what it answered.",
  fix: {
    text: "Isolate the job, give it the VPC's private subnets, and name the team's key for its volume and its results.",
    code: `networkConfig: {
  enableNetworkIsolation: true,
  enableInterContainerTrafficEncryption: true,
  vpcConfig: { subnets: privateSubnetIds, securityGroupIds: [workspaceSecurityGroup.id] },
},
jobResources: { clusterConfig: { ..., volumeKmsKeyId: key.arn } },
dataQualityJobOutputConfig: { ..., kmsKeyId: key.arn },`,
  },
  frameworks: {
    nist: ["SC-7", "SC-8", "SC-28"],
    fsbp: ["SageMaker.9", "SageMaker.11", "SageMaker.14"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_367", "CKV_AWS_368", "CKV_AWS_369"],
  },
  check: (graph, context) =>
    judgeEach(graph.byType(DATA_QUALITY, MONITORING_SCHEDULE).filter(definesJob), (node) =>
      judgeMonitoring(graph, node, context),
    ),
};

/** A schedule that names a definition of its own runs that one, which is judged itself. */
function definesJob({ type, properties }: Node): boolean {
  return (
    type === DATA_QUALITY ||
    properties.get("monitoringScheduleConfig.monitoringJobDefinition").state !== "unset"
  );
}

function judgeMonitoring(graph: Graph, node: Node, context: Context): readonly Finding[] {
  return [
    ...judgeJobsOf(node, (job) => [...judgeIsolation(job), ...judgeVpc(job), ...judgeEncryption(job)]),
    ...judgeOwnLocations(graph, node, context),
  ];
}
