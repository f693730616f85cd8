import * as guardduty from "@pulumi/aws/guardduty";
import * as pulumi from "@pulumi/pulumi";
import { type Scope, tagsOf } from "../../secure";

/**
 * What GuardDuty looks at besides the logs that it always reads, by the name of the resource.
 * https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html
 */
const FEATURES = {
  buckets: "S3_DATA_EVENTS",
  "kubernetes-audit": "EKS_AUDIT_LOGS",
  volumes: "EBS_MALWARE_PROTECTION",
  "database-logins": "RDS_LOGIN_EVENTS",
  functions: "LAMBDA_NETWORK_LOGS",
  runtime: "RUNTIME_MONITORING",
} as const;

/** Where GuardDuty installs its runtime agents by itself, in the order in which AWS lists them. */
const AGENTS = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"] as const;

/** Notices stolen credentials, mining, malware and data on its way out, and says so within a quarter of an hour. */
export class ThreatDetection extends pulumi.ComponentResource {
  constructor(name: string, args: { readonly scope: Scope }, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:ThreatDetection", name, {}, opts);
    const child = { parent: this };

    const detector = new guardduty.Detector(
      name,
      { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES", tags: tagsOf(args.scope) },
      child,
    );
    for (const [subject, feature] of Object.entries(FEATURES)) {
      new guardduty.DetectorFeature(
        `${name}-${subject}`,
        {
          detectorId: detector.id,
          name: feature,
          status: "ENABLED",
          ...(feature === "RUNTIME_MONITORING"
            ? { additionalConfigurations: AGENTS.map((agent) => ({ name: agent, status: "ENABLED" })) }
            : {}),
        },
        child,
      );
    }

    this.registerOutputs({});
  }
}
