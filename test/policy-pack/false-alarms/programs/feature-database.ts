import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as elasticache from "@pulumi/aws/elasticache";
import * as rds from "@pulumi/aws/rds";
import * as vpc from "@pulumi/aws/vpc";
import * as company from "../foundation";
import type { Program } from "../program";

const GROUP = "/aws/rds/cluster/features/postgresql";
const CLIENTS = "sg-0fedcba9876543210";

/** Aurora and a cache before it, in private subnets, for clients of one security group. */
export const featureDatabase: Program = {
  name: "an Aurora database in private subnets, with a cache",
  sources: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_BestPractices.Security.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/encryption.html",
  ],
  run: () => {
    const options = company.inAccount();
    const kept = { ...options, protect: true };
    const key = company.key(
      "features",
      [
        company.through("rds", "features"),
        company.through("secretsmanager", "features"),
        company.through("elasticache", "features"),
        company.byLogs(GROUP),
      ],
      options,
    );
    new cloudwatch.LogGroup(
      "features",
      { name: GROUP, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );
    const guard = (name: string, port: number) => {
      const group = new ec2.SecurityGroup(
        name,
        { vpcId: company.VPC, description: `Clients of ${name}` },
        options,
      );
      new vpc.SecurityGroupIngressRule(
        name,
        {
          securityGroupId: group.id,
          referencedSecurityGroupId: CLIENTS,
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          description: "From the services that read features",
        },
        options,
      );
      return group;
    };
    const subnets = new rds.SubnetGroup("features", { subnetIds: company.PRIVATE_SUBNETS }, options);
    const parameters = new rds.ClusterParameterGroup(
      "features",
      {
        family: "aurora-postgresql16",
        parameters: [
          { name: "rds.force_ssl", value: "1" },
          { name: "log_statement", value: "ddl" },
        ],
      },
      options,
    );
    const cluster = new rds.Cluster(
      "features",
      {
        clusterIdentifier: "features",
        engine: "aurora-postgresql",
        engineVersion: "16.6",
        databaseName: "features",
        masterUsername: "administrator",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: key.arn,
        iamDatabaseAuthenticationEnabled: true,
        storageEncrypted: true,
        kmsKeyId: key.arn,
        dbSubnetGroupName: subnets.name,
        dbClusterParameterGroupName: parameters.name,
        vpcSecurityGroupIds: [guard("features", 5432).id],
        backupRetentionPeriod: 35,
        copyTagsToSnapshot: true,
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: "features-final",
        enabledCloudwatchLogsExports: ["postgresql"],
      },
      kept,
    );
    for (const zone of ["a", "b"]) {
      new rds.ClusterInstance(
        `features-${zone}`,
        {
          clusterIdentifier: cluster.id,
          engine: "aurora-postgresql",
          instanceClass: "db.r6g.large",
          publiclyAccessible: false,
          performanceInsightsEnabled: true,
          performanceInsightsKmsKeyId: key.arn,
          autoMinorVersionUpgrade: true,
        },
        options,
      );
    }
    const cacheSubnets = new elasticache.SubnetGroup(
      "features",
      { subnetIds: company.PRIVATE_SUBNETS },
      options,
    );
    new elasticache.ReplicationGroup(
      "features",
      {
        description: "Features that are asked for most",
        engine: "valkey",
        nodeType: "cache.r7g.large",
        numCacheClusters: 2,
        automaticFailoverEnabled: true,
        multiAzEnabled: true,
        atRestEncryptionEnabled: true,
        transitEncryptionEnabled: true,
        kmsKeyId: key.arn,
        subnetGroupName: cacheSubnets.name,
        securityGroupIds: [guard("cache", 6379).id],
        snapshotRetentionLimit: 7,
      },
      options,
    );
  },
};
