import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as opensearch from "@pulumi/aws/opensearch";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = {
  INDEX_SLOW_LOGS: "/aws/opensearch/catalogue/index-slow",
  SEARCH_SLOW_LOGS: "/aws/opensearch/catalogue/search-slow",
  ES_APPLICATION_LOGS: "/aws/opensearch/catalogue/application",
  AUDIT_LOGS: "/aws/opensearch/catalogue/audit",
};

/** OpenSearch in the VPC with access by index, on nodes in three zones. */
export const searchDomain: Program = {
  name: "an OpenSearch domain in the VPC",
  sources: [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/bp.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "catalogue",
      [
        company.through("es", "catalogue"),
        ...Object.entries(LOGS).map(([type, group]) => ({
          ...company.byLogs(group),
          Sid: type.replace(/_/g, ""),
        })),
      ],
      options,
    );
    const groups = Object.entries(LOGS).map(([logType, name]) => ({
      logType,
      group: new cloudwatch.LogGroup(
        logType.toLowerCase(),
        { name, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
        options,
      ),
    }));
    // The service writes under a policy of the log groups, not under a role.
    new cloudwatch.LogResourcePolicy(
      "opensearch",
      {
        policyName: "opensearch",
        policyDocument: company.document({
          Effect: "Allow",
          Principal: { Service: "es.amazonaws.com" },
          Action: ["logs:PutLogEvents", "logs:CreateLogStream"],
          Resource: company.arn("logs", "log-group:/aws/opensearch/catalogue/*:*"),
          Condition: {
            StringEquals: { "aws:SourceAccount": company.ACCOUNT },
            ArnLike: { "aws:SourceArn": company.arn("es", "domain/catalogue") },
          },
        }),
      },
      options,
    );
    const group = new ec2.SecurityGroup(
      "catalogue",
      {
        vpcId: company.VPC,
        description: "The search domain",
        ingress: [
          {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            securityGroups: ["sg-0fedcba9876543210"],
            description: "HTTPS from the shop",
          },
        ],
      },
      options,
    );
    const domain = new opensearch.Domain(
      "catalogue",
      {
        domainName: "catalogue",
        engineVersion: "OpenSearch_2.19",
        clusterConfig: {
          instanceType: "r7g.large.search",
          instanceCount: 3,
          dedicatedMasterEnabled: true,
          dedicatedMasterType: "m7g.large.search",
          dedicatedMasterCount: 3,
          zoneAwarenessEnabled: true,
          zoneAwarenessConfig: { availabilityZoneCount: 3 },
        },
        ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: 100 },
        encryptAtRest: { enabled: true, kmsKeyId: key.arn },
        nodeToNodeEncryption: { enabled: true },
        domainEndpointOptions: {
          enforceHttps: true,
          tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10",
        },
        vpcOptions: { subnetIds: company.PRIVATE_SUBNETS, securityGroupIds: [group.id] },
        advancedSecurityOptions: {
          enabled: true,
          anonymousAuthEnabled: false,
          internalUserDatabaseEnabled: false,
          masterUserOptions: { masterUserArn: company.arn("iam", "role/search-administration", "") },
        },
        accessPolicies: company.document({
          Effect: "Allow",
          Principal: { AWS: company.arn("iam", "role/catalogue", "") },
          Action: ["es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"],
          Resource: company.arn("es", "domain/catalogue/*"),
        }),
        logPublishingOptions: groups.map(({ logType, group: logs }) => ({
          logType,
          cloudwatchLogGroupArn: logs.arn,
        })),
        autoTuneOptions: { desiredState: "ENABLED", rollbackOnDisable: "NO_ROLLBACK" },
        softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
        offPeakWindowOptions: { enabled: true },
      },
      { ...options, protect: true },
    );
    new cloudwatch.MetricAlarm(
      "catalogue-red",
      {
        namespace: "AWS/ES",
        metricName: "ClusterStatus.red",
        dimensions: { DomainName: domain.domainName, ClientId: company.ACCOUNT },
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        evaluationPeriods: 1,
        period: 60,
        statistic: "Maximum",
        alarmActions: [company.arn("sns", "operations")],
      },
      options,
    );
  },
};
