import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as msk from "@pulumi/aws/msk";
import { jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = "/aws/msk/events";

/** Kafka by MSK in three zones, with IAM as its only way in, and the role of a producer. */
export const eventStreaming: Program = {
  name: "a Kafka cluster with IAM access control",
  sources: [
    "https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html",
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html",
    "https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key("events", [company.through("kafka", "events"), company.byLogs(LOGS)], options);
    const logs = new cloudwatch.LogGroup(
      "events",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const brokers = new ec2.SecurityGroup(
      "brokers",
      { vpcId: company.VPC, description: "Brokers of the events cluster" },
      options,
    );
    const clients = new ec2.SecurityGroup(
      "producers",
      { vpcId: company.VPC, description: "Producers of events" },
      options,
    );
    const iamPort = { fromPort: 9098, toPort: 9098, protocol: "tcp" };
    new ec2.SecurityGroupRule(
      "brokers-from-producers",
      {
        ...iamPort,
        type: "ingress",
        securityGroupId: brokers.id,
        sourceSecurityGroupId: clients.id,
        description: "Kafka with IAM from producers",
      },
      options,
    );
    new ec2.SecurityGroupRule(
      "producers-to-brokers",
      {
        ...iamPort,
        type: "egress",
        securityGroupId: clients.id,
        sourceSecurityGroupId: brokers.id,
        description: "Kafka with IAM to the brokers",
      },
      options,
    );
    new ec2.SecurityGroupRule(
      "brokers-among-themselves",
      {
        type: "ingress",
        protocol: "tcp",
        fromPort: 9094,
        toPort: 9098,
        securityGroupId: brokers.id,
        self: true,
        description: "Kafka between brokers",
      },
      options,
    );

    const configuration = new msk.Configuration(
      "events",
      {
        name: "events",
        kafkaVersions: ["3.8.x"],
        serverProperties: [
          "auto.create.topics.enable=false",
          "allow.everyone.if.no.acl.found=false",
          "min.insync.replicas=2",
        ].join("\n"),
      },
      options,
    );
    const cluster = new msk.Cluster(
      "events",
      {
        clusterName: "events",
        kafkaVersion: "3.8.x",
        numberOfBrokerNodes: 3,
        enhancedMonitoring: "PER_TOPIC_PER_BROKER",
        brokerNodeGroupInfo: {
          instanceType: "kafka.m7g.large",
          clientSubnets: company.PRIVATE_SUBNETS,
          securityGroups: [brokers.id],
          storageInfo: { ebsStorageInfo: { volumeSize: 500 } },
          connectivityInfo: { publicAccess: { type: "DISABLED" } },
        },
        configurationInfo: { arn: configuration.arn, revision: configuration.latestRevision },
        clientAuthentication: { sasl: { iam: true }, unauthenticated: false },
        encryptionInfo: {
          encryptionAtRestKmsKeyArn: key.arn,
          encryptionInTransit: { clientBroker: "TLS", inCluster: true },
        },
        openMonitoring: {
          prometheus: { jmxExporter: { enabledInBroker: true }, nodeExporter: { enabledInBroker: true } },
        },
        loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.name } } },
      },
      { ...options, protect: true },
    );

    const producer = new iam.Role(
      "producer",
      {
        assumeRolePolicy: company.trusting("ecs-tasks.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    const ofCluster = (kind: string, name: string) =>
      cluster.clusterUuid.apply((id) => company.arn("kafka", `${kind}/events/${id}${name}`));
    new iam.RolePolicy(
      "producer",
      {
        role: producer.id,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
              Resource: cluster.arn,
            },
            {
              Effect: "Allow",
              Action: [
                "kafka-cluster:DescribeTopic",
                "kafka-cluster:WriteData",
                "kafka-cluster:WriteDataIdempotently",
              ],
              Resource: ofCluster("topic", "/orders-*"),
            },
          ],
        }),
      },
      options,
    );
  },
};
