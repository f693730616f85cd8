import * as pulumi from "@pulumi/pulumi";
import { AccessLogBucket, BackupVault, hasBackup, Key, logsUse, type Scope } from "../secure";
import { AccountBaseline } from "./account-baseline";
import { Audit, type AuditDestination } from "./audit";
import { Detection } from "./detection";
import { DnsFirewall, DnsQueryLog } from "./dns";
import { Endpoints } from "./endpoints";
import { Network } from "./network";
import { PermissionsBoundary } from "./permissions-boundary";
import { SagemakerLogGroups } from "./sagemaker-log-groups";
import { volumeKeyStatements } from "./volume-key-statements";

export interface PlatformCoreArgs {
  readonly scope: Scope;
  /** The range of the account's VPC, a /16 that no other account has. */
  readonly cidr: string;
  /** Letters of the availability zones that the network spans. */
  readonly zones: readonly string[];
  /** Where the account's audit logs go. */
  readonly audit: AuditDestination;
}

/** Where a workspace puts what it makes in one zone. */
export interface WorkloadZone {
  /** The zone's letter. */
  readonly zone: string;
  readonly availabilityZone: string;
  /** The zone's place, which decides the range of a team's subnet. */
  readonly index: number;
  /** The route table of what may reach the internet where the tier lets it. */
  readonly privateRouteTableId: pulumi.Output<string>;
  /** The route table of what never may. */
  readonly isolatedRouteTableId: pulumi.Output<string>;
}

/** All that the workspaces of one account share: its network, endpoints, keys, safe defaults and audit trail. */
export class PlatformCore extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly cidr: string;
  readonly zones: readonly WorkloadZone[];
  /** The network ACL of subnets in which workloads run. */
  readonly workloadNetworkAclId: pulumi.Output<string>;
  readonly endpointSecurityGroupId: pulumi.Output<string>;
  readonly s3PrefixListId: pulumi.Output<string>;
  /** The bucket that takes the access logs of every bucket of the account. */
  readonly accessLogBucketName: pulumi.Output<string>;
  readonly permissionsBoundaryArn: pulumi.Output<string>;
  /** The vault of the account's backups; undefined where the tier backs up nothing. */
  readonly backupVaultName: pulumi.Output<string> | undefined;
  /** The key of log groups that belong to no team. */
  readonly logKeyArn: pulumi.Output<string>;

  constructor(name: string, args: PlatformCoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:PlatformCore", name, {}, opts);
    const { scope, cidr } = args;
    const child = { parent: this };
    this.cidr = cidr;

    // The network, and the private ways out of it.
    const network = new Network(name, { scope, cidr, zones: args.zones }, child);
    this.vpcId = network.vpcId;
    this.zones = workloadZones(network);
    this.workloadNetworkAclId = network.networkAclIds.private;
    const endpoints = new Endpoints(`${name}-endpoint`, { scope, network, cidr }, child);
    this.endpointSecurityGroupId = endpoints.securityGroupId;
    this.s3PrefixListId = endpoints.s3PrefixListId;

    // Keys of what belongs to no team.
    const logKey = new Key(
      `${name}-logs-key`,
      {
        scope,
        purpose: "logs",
        description: "Log groups of the platform in this account",
        statements: [logsUse(scope)],
      },
      child,
    );
    this.logKeyArn = logKey.keyArn;
    new SagemakerLogGroups(`${name}-sagemaker-logs`, { scope, keyArn: this.logKeyArn }, child);

    // DNS, the way out that needs no route.
    const { vpcId } = network;
    new DnsFirewall(`${name}-dns-firewall`, { scope, vpcId }, child);
    new DnsQueryLog(`${name}-dns-queries`, { scope, vpcId, keyArn: this.logKeyArn }, child);

    const volumeKey = new Key(
      `${name}-volumes-key`,
      {
        scope,
        purpose: "volumes",
        description: "Every volume of this account that names no key of its own",
        statements: volumeKeyStatements(scope),
      },
      child,
    );

    // What the account does by default, and the most that its roles can do.
    new AccountBaseline(`${name}-baseline`, { volumeKeyArn: volumeKey.keyArn }, child);
    this.permissionsBoundaryArn = new PermissionsBoundary(`${name}-boundary`, { scope }, child).policyArn;

    // Where what can be brought back is kept.
    if (hasBackup(scope))
      this.backupVaultName = new BackupVault(`${name}-backups`, { scope }, child).vaultName;

    // What is recorded, and where.
    this.accessLogBucketName = new AccessLogBucket(`${name}-access-logs`, { scope }, child).bucketName;
    new Audit(
      `${name}-audit`,
      {
        scope,
        vpcId,
        destination: args.audit,
        logKeyArn: this.logKeyArn,
        boundaryArn: this.permissionsBoundaryArn,
      },
      child,
    );
    new Detection(`${name}-detection`, { scope, destination: args.audit }, child);

    this.registerOutputs({
      vpcId: this.vpcId,
      endpointSecurityGroupId: this.endpointSecurityGroupId,
      s3PrefixListId: this.s3PrefixListId,
      accessLogBucketName: this.accessLogBucketName,
      permissionsBoundaryArn: this.permissionsBoundaryArn,
      backupVaultName: this.backupVaultName,
      logKeyArn: this.logKeyArn,
    });
  }
}

function workloadZones(network: Network): WorkloadZone[] {
  const isolated = new Map(network.subnetsOf("isolated").map((subnet) => [subnet.zone, subnet]));
  return network.subnetsOf("private").flatMap(({ zone, availabilityZone, routeTableId }, index) => {
    const other = isolated.get(zone);
    return other === undefined
      ? []
      : [
          {
            zone,
            availabilityZone,
            index,
            privateRouteTableId: routeTableId,
            isolatedRouteTableId: other.routeTableId,
          },
        ];
  });
}
