import { databaseNotPublic as control } from "../../../policy-pack/controls/databases/database-not-public";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const SWITCHES: readonly (readonly [type: string, property: string])[] = [
  ["dms/replicationInstance:ReplicationInstance", "publiclyAccessible"],
  ["drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate", "createPublicIp"],
  ["lightsail/database:Database", "publiclyAccessible"],
  ["m2/environment:Environment", "publiclyAccessible"],
  ["mq/broker:Broker", "publiclyAccessible"],
  ["neptune/clusterInstance:ClusterInstance", "publiclyAccessible"],
  ["neptunegraph/graph:Graph", "publicConnectivity"],
  ["rds/clusterInstance:ClusterInstance", "publiclyAccessible"],
  ["rds/instance:Instance", "publiclyAccessible"],
  ["rds/shardGroup:ShardGroup", "publiclyAccessible"],
  ["redshift/cluster:Cluster", "publiclyAccessible"],
  ["redshiftserverless/workgroup:Workgroup", "publiclyAccessible"],
  ["timestreaminfluxdb/dbCluster:DbCluster", "publiclyAccessible"],
  ["timestreaminfluxdb/dbInstance:DbInstance", "publiclyAccessible"],
];
const kafka = (publicAccess: unknown): Declared =>
  declare("msk/cluster:Cluster", "x", { brokerNodeGroupInfo: { connectivityInfo: { publicAccess } } });

describe("database-not-public", () => {
  for (const [type, property] of SWITCHES) {
    it(`wants ${type} to be private`, () => {
      passes(control, [declare(type, "x")]);
      passes(control, [declare(type, "x", { [property]: false })]);
      const line = [`x (${type.split(":")[0] ?? ""}): ${property}`];
      violates(control, [declare(type, "x", { [property]: true })], line);
      const value = declare("made/up:Value", "v", { public: true });
      defers(control, [value, declare(type, "x", { [property]: ref(value, "public") })], line, line);
    });
  }

  it("wants it said where AWS opens what is left unsaid", () => {
    const profile = (props: Declared["props"]) => [
      declare("dms/instanceProfile:InstanceProfile", "x", props),
    ];
    const line = ["x (dms/instanceProfile): publiclyAccessible"];
    passes(control, profile({ publiclyAccessible: false }));
    violates(control, profile({}), line);
    violates(control, profile({ publiclyAccessible: true }), line);
  });

  it("wants Kafka's brokers to stay in their subnets", () => {
    const line = ["x (msk/cluster): brokerNodeGroupInfo.connectivityInfo.publicAccess.type"];
    passes(control, [declare("msk/cluster:Cluster", "x")]);
    passes(control, [kafka({ type: "DISABLED" })]);
    violates(control, [kafka({ type: "SERVICE_PROVIDED_EIPS" })], line);
    const value = declare("made/up:Value", "v", { type: "SERVICE_PROVIDED_EIPS" });
    defers(control, [value, kafka({ type: ref(value, "type") })], line, line);
  });

  it("has nothing to say of other resources", () => {
    notApplicable(control, [declare("dynamodb/table:Table", "x")]);
  });
});
