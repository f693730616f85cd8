import type { ResourceControl } from "../../core";
import { DATA_QUALITY, judgeJobsOf, MONITORING_SCHEDULE } from "../../sagemaker/job-resources";
import { judgeEncryption } from "../../sagemaker/judge-encryption";
import { judgeIsolation, judgeVpc } from "../../sagemaker/judge-network";

export const smMonitoringIsolatedEncrypted: ResourceControl = {
  kind: "resource",
  name: "sm-monitoring-isolated-encrypted",
  description:
    "Every monitoring job is cut off from the network, in the VPC, and encrypted with a customer managed key.",
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
  types: [DATA_QUALITY, MONITORING_SCHEDULE],
  check: (subject) => {
    const definition = subject.properties.get("monitoringScheduleConfig.monitoringJobDefinition");
    // A schedule that names a definition of its own runs that one, which is judged itself.
    if (subject.type === MONITORING_SCHEDULE && definition.state === "unset") return "not-applicable";
    return judgeJobsOf(subject, (job) => [...judgeIsolation(job), ...judgeVpc(job), ...judgeEncryption(job)]);
  },
};
