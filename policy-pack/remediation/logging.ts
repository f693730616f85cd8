import { remediationOf } from "./defaults";

/** Has trails prove that their files are unchanged. */
export const validateTrails = remediationOf({
  name: "remediate-trail-validation",
  controls: ["cloudtrail-tamper-evidence"],
  description: "Turns the validation of log files on for trails that say nothing of it.",
  fill: { "aws:cloudtrail/trail:Trail": { enableLogFileValidation: true } },
});

/** Has clusters log all five kinds: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
export const logClusters = remediationOf({
  name: "remediate-eks-logs",
  controls: ["control-plane-logs-on"],
  description: "Turns all five kinds of logs on for clusters that name none.",
  fill: {
    "aws:eks/cluster:Cluster": {
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
    },
  },
});

/**
 * The longest retention that CloudWatch takes: a log group that says nothing keeps everything, and a shorter one would
 * throw away what is there. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const LONGEST_RETENTION_DAYS = 3653;

/** Gives log groups without a retention the longest. */
export const retainLogs = remediationOf({
  name: "remediate-log-retention",
  controls: ["log-retention-minimum"],
  description: "Gives log groups that name no retention the longest there is, ten years.",
  fill: { "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: LONGEST_RETENTION_DAYS } },
});
