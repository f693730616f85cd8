import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as rds from "@pulumi/aws/rds";
import * as vpc from "@pulumi/aws/vpc";
import { jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = [
  "/aws/rds/instance/orders/postgresql",
  "/aws/rds/instance/orders/upgrade",
  "/aws/rds/proxy/orders",
];

/** PostgreSQL in two zones, reached through RDS Proxy with IAM authentication. */
export const postgres: Program = {
  name: "PostgreSQL behind RDS Proxy",
  sources: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.Security.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-setup.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "orders-db",
      [
        company.through("rds", "operators"),
        company.through("secretsmanager", "orders-proxy"),
        ...LOGS.map((group, i) => ({ ...company.byLogs(group), Sid: `UseByLogs${i}` })),
      ],
      options,
    );
    for (const name of LOGS)
      new cloudwatch.LogGroup(
        name,
        { name, kmsKeyId: key.arn, retentionInDays: 400, deletionProtectionEnabled: true },
        options,
      );

    const group = (name: string, description: string) =>
      new ec2.SecurityGroup(name, { vpcId: company.VPC, description }, options);
    const database = group("orders-db", "The orders database");
    const proxyGroup = group("orders-proxy", "The proxy before the orders database");
    const postgresPort = { ipProtocol: "tcp", fromPort: 5432, toPort: 5432 };
    new vpc.SecurityGroupIngressRule(
      "proxy-to-db",
      {
        ...postgresPort,
        securityGroupId: database.id,
        referencedSecurityGroupId: proxyGroup.id,
        description: "From the proxy",
      },
      options,
    );
    new vpc.SecurityGroupEgressRule(
      "proxy-to-db",
      {
        ...postgresPort,
        securityGroupId: proxyGroup.id,
        referencedSecurityGroupId: database.id,
        description: "To the database",
      },
      options,
    );
    new vpc.SecurityGroupIngressRule(
      "clients-to-proxy",
      {
        ...postgresPort,
        securityGroupId: proxyGroup.id,
        cidrIpv4: "10.20.32.0/20",
        description: "From the application subnets",
      },
      options,
    );

    const monitoring = new iam.Role(
      "orders-monitoring",
      {
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { Service: "monitoring.rds.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringLike: { "aws:SourceArn": company.arn("rds", "db:orders") },
            StringEquals: { "aws:SourceAccount": company.ACCOUNT },
          },
        }),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicyAttachment(
      "orders-monitoring",
      {
        role: monitoring.name,
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
      },
      options,
    );
    const subnets = new rds.SubnetGroup("orders", { subnetIds: company.PRIVATE_SUBNETS }, options);
    const parameters = new rds.ParameterGroup(
      "orders",
      { family: "postgres17", parameters: [{ name: "rds.force_ssl", value: "1" }] },
      options,
    );
    const instance = new rds.Instance(
      "orders",
      {
        identifier: "orders",
        engine: "postgres",
        engineVersion: "17.4",
        instanceClass: "db.m7g.large",
        allocatedStorage: 100,
        maxAllocatedStorage: 500,
        storageType: "gp3",
        storageEncrypted: true,
        kmsKeyId: key.arn,
        multiAz: true,
        dbName: "orders",
        username: "owner",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: key.arn,
        iamDatabaseAuthenticationEnabled: true,
        dbSubnetGroupName: subnets.name,
        parameterGroupName: parameters.name,
        vpcSecurityGroupIds: [database.id],
        publiclyAccessible: false,
        caCertIdentifier: "rds-ca-rsa2048-g1",
        backupRetentionPeriod: 35,
        deleteAutomatedBackups: false,
        copyTagsToSnapshot: true,
        deletionProtection: true,
        finalSnapshotIdentifier: "orders-final",
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: key.arn,
        performanceInsightsRetentionPeriod: 7,
        monitoringInterval: 60,
        monitoringRoleArn: monitoring.arn,
        autoMinorVersionUpgrade: true,
      },
      { ...options, protect: true },
    );

    const secret = instance.masterUserSecrets.apply((secrets) => secrets[0]?.secretArn ?? "");
    const role = new iam.Role(
      "orders-proxy",
      {
        name: "orders-proxy",
        assumeRolePolicy: company.trusting("rds.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
        inlinePolicies: [
          {
            name: "secret",
            policy: jsonStringify({
              Version: "2012-10-17",
              Statement: [
                { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secret },
                {
                  Effect: "Allow",
                  Action: "kms:Decrypt",
                  Resource: key.arn,
                  Condition: {
                    StringEquals: { "kms:ViaService": `secretsmanager.${company.REGION}.amazonaws.com` },
                  },
                },
              ],
            }),
          },
        ],
      },
      options,
    );
    const proxy = new rds.Proxy(
      "orders",
      {
        name: "orders",
        engineFamily: "POSTGRESQL",
        requireTls: true,
        roleArn: role.arn,
        vpcSubnetIds: company.PRIVATE_SUBNETS,
        vpcSecurityGroupIds: [proxyGroup.id],
        auths: [{ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn: secret }],
      },
      options,
    );
    const defaults = new rds.ProxyDefaultTargetGroup(
      "orders",
      { dbProxyName: proxy.name, connectionPoolConfig: { maxConnectionsPercent: 80 } },
      options,
    );
    new rds.ProxyTarget(
      "orders",
      { dbProxyName: proxy.name, targetGroupName: defaults.name, dbInstanceIdentifier: instance.identifier },
      options,
    );
    new rds.EventSubscription(
      "orders",
      {
        snsTopic: company.arn("sns", "operations"),
        sourceType: "db-instance",
        sourceIds: [instance.identifier],
        eventCategories: ["failure", "maintenance", "configuration change"],
      },
      options,
    );
  },
};
