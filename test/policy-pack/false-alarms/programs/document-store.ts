import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as docdb from "@pulumi/aws/docdb";
import * as ec2 from "@pulumi/aws/ec2";
import * as elasticache from "@pulumi/aws/elasticache";
import * as neptune from "@pulumi/aws/neptune";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

/** Documents, a graph and a serverless cache in private subnets, encrypted, backed up and logged. */
export const documentStore: Program = {
  name: "DocumentDB, Neptune and a serverless cache",
  sources: [
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/best_practices.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html",
    "https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
  ],
  run: () => {
    const options = company.inAccount();
    const groups = ["docdb/profiles/audit", "docdb/profiles/profiler", "neptune/relations/audit"].map(
      (name) => `/aws/${name}`,
    );
    const key = company.key(
      "profiles",
      [
        company.through("rds", "operators"),
        company.through("elasticache", "operators"),
        company.through("secretsmanager", "operators"),
        ...groups.map((group, i) => ({ ...company.byLogs(group), Sid: `UseByLogs${i}` })),
      ],
      options,
    );
    for (const name of groups)
      new cloudwatch.LogGroup(
        name,
        { name, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
        options,
      );
    documents(key.arn, options);
    graph(key.arn, options);
    new elasticache.ServerlessCache(
      "sessions",
      {
        engine: "valkey",
        name: "sessions",
        kmsKeyId: key.arn,
        subnetIds: company.PRIVATE_SUBNETS,
        securityGroupIds: [clientsOf("sessions", 6379, options).id],
        dailySnapshotTime: "03:00",
        snapshotRetentionLimit: 7,
        cacheUsageLimits: { dataStorage: { maximum: 10, unit: "GB" } },
      },
      options,
    );
  },
};

const clientsOf = (name: string, port: number, options: CustomResourceOptions): ec2.SecurityGroup =>
  new ec2.SecurityGroup(
    name,
    {
      vpcId: company.VPC,
      description: `Clients of ${name}`,
      ingress: [
        {
          protocol: "tcp",
          fromPort: port,
          toPort: port,
          securityGroups: ["sg-0fedcba9876543210"],
          description: "From the services",
        },
      ],
    },
    options,
  );

function documents(key: Input<string>, options: CustomResourceOptions): void {
  const parameters = new docdb.ClusterParameterGroup(
    "profiles",
    {
      family: "docdb5.0",
      parameters: [
        { name: "tls", value: "tls1.2+" },
        { name: "audit_logs", value: "enabled" },
        { name: "profiler", value: "enabled" },
      ],
    },
    options,
  );
  const subnets = new docdb.SubnetGroup("profiles", { subnetIds: company.PRIVATE_SUBNETS }, options);
  const cluster = new docdb.Cluster(
    "profiles",
    {
      clusterIdentifier: "profiles",
      engine: "docdb",
      engineVersion: "5.0.0",
      masterUsername: "owner",
      manageMasterUserPassword: true,
      storageEncrypted: true,
      kmsKeyId: key,
      dbSubnetGroupName: subnets.name,
      dbClusterParameterGroupName: parameters.name,
      vpcSecurityGroupIds: [clientsOf("profiles", 27017, options).id],
      backupRetentionPeriod: 35,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "profiles-final",
      enabledCloudwatchLogsExports: ["audit", "profiler"],
    },
    { ...options, protect: true },
  );
  for (const zone of ["a", "b", "c"])
    new docdb.ClusterInstance(
      `profiles-${zone}`,
      {
        clusterIdentifier: cluster.id,
        instanceClass: "db.r6g.large",
        autoMinorVersionUpgrade: true,
        enablePerformanceInsights: true,
        performanceInsightsKmsKeyId: key,
      },
      options,
    );
}

function graph(key: Input<string>, options: CustomResourceOptions): void {
  const parameters = new neptune.ClusterParameterGroup(
    "relations",
    {
      family: "neptune1.4",
      parameters: [{ name: "neptune_enable_audit_log", value: "1" }],
    },
    options,
  );
  const subnets = new neptune.SubnetGroup("relations", { subnetIds: company.PRIVATE_SUBNETS }, options);
  const cluster = new neptune.Cluster(
    "relations",
    {
      clusterIdentifier: "relations",
      engine: "neptune",
      storageEncrypted: true,
      kmsKeyArn: key,
      iamDatabaseAuthenticationEnabled: true,
      neptuneSubnetGroupName: subnets.name,
      neptuneClusterParameterGroupName: parameters.name,
      vpcSecurityGroupIds: [clientsOf("relations", 8182, options).id],
      backupRetentionPeriod: 35,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "relations-final",
      enableCloudwatchLogsExports: ["audit"],
      serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 8 },
    },
    { ...options, protect: true },
  );
  new neptune.ClusterInstance(
    "relations",
    {
      clusterIdentifier: cluster.id,
      instanceClass: "db.serverless",
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
    },
    options,
  );
}
