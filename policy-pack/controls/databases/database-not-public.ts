import {
  deferred,
  type Finding,
  isFalse,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

/** Where each kind of database, broker or cluster says whether the internet reaches it; unset, it does not. */
const SWITCHES: Readonly<Record<string, string>> = {
  "aws:dms/replicationInstance:ReplicationInstance": "publiclyAccessible",
  "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate": "createPublicIp",
  "aws:lightsail/database:Database": "publiclyAccessible",
  "aws:m2/environment:Environment": "publiclyAccessible",
  "aws:mq/broker:Broker": "publiclyAccessible",
  "aws:neptune/clusterInstance:ClusterInstance": "publiclyAccessible",
  "aws:neptunegraph/graph:Graph": "publicConnectivity",
  "aws:rds/clusterInstance:ClusterInstance": "publiclyAccessible",
  "aws:rds/instance:Instance": "publiclyAccessible",
  "aws:rds/shardGroup:ShardGroup": "publiclyAccessible",
  "aws:redshift/cluster:Cluster": "publiclyAccessible",
  "aws:redshiftserverless/workgroup:Workgroup": "publiclyAccessible",
  "aws:timestreaminfluxdb/dbCluster:DbCluster": "publiclyAccessible",
  "aws:timestreaminfluxdb/dbInstance:DbInstance": "publiclyAccessible",
};

/** Unset, the internet reaches it. */
const OPEN_UNLESS_SET: Readonly<Record<string, string>> = {
  "aws:dms/instanceProfile:InstanceProfile": "publiclyAccessible",
};

const KAFKA = "aws:msk/cluster:Cluster";
const KAFKA_ACCESS = "brokerNodeGroupInfo.connectivityInfo.publicAccess.type";

export const databaseNotPublic: ResourceControl = {
  kind: "resource",
  name: "database-not-public",
  description: "No database, warehouse, broker or replication machine has an address on the internet.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A database that the internet reaches has a password between it and everyone, and is tried within minutes.",
  fix: {
    text: "Turn public access off, put it into private subnets, and let those who use it in by their security group.",
    code: `new rds.Instance("features", { ..., publiclyAccessible: false, dbSubnetGroupName: privateSubnets.name });`,
  },
  frameworks: {
    nist: ["AC-4", "AC-4(21)", "SC-7", "SC-7(3)"],
    fsbp: ["RDS.2", "Redshift.1", "DMS.1", "MSK.4"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_17", "CKV_AWS_69", "CKV_AWS_87", "CKV_AWS_89"],
  },
  exemptibleInProd: false,
  types: [...Object.keys(SWITCHES), ...Object.keys(OPEN_UNLESS_SET), KAFKA],
  check: (subject) => {
    if (subject.type === KAFKA) return judgeKafka(subject);
    const closed = SWITCHES[subject.type];
    const property = closed ?? OPEN_UNLESS_SET[subject.type] ?? "publiclyAccessible";
    return mustBe(subject, property, isFalse, "false", { unset: closed !== undefined });
  },
};

/** `DISABLED`, and unset, keep the brokers in their subnets: https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html */
function judgeKafka(cluster: Subject): readonly Finding[] {
  const access = cluster.properties.get(KAFKA_ACCESS);
  if (access.state === "unknown") return [deferred(cluster, KAFKA_ACCESS)];
  return access.state === "unset" || access.value === "DISABLED"
    ? []
    : [violation(cluster, KAFKA_ACCESS, access, '"DISABLED"')];
}
