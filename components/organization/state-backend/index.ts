import * as pulumi from "@pulumi/pulumi";
import { PermissionsBoundary } from "../../platform-core";
import {
  backupKeyUses,
  BackupVault,
  BucketBackup,
  Key,
  physicalName,
  type Scope,
  SecureBucket,
} from "../../secure";
import { SECRETS_CONTEXT, stateBucketStatements, stateKeyStatements } from "./statements";

const PURPOSE = "pulumi-state";

/** Days that an earlier version of the state can be brought back. */
const STATE_HISTORY_DAYS = 365;

export interface StateBackendArgs {
  /** The shared account. */
  readonly scope: Scope;
  /** The account's one bucket for access logs. */
  readonly accessLogBucketName: pulumi.Input<string>;
}

/**
 * Where Pulumi keeps the state of every stack: versioned, encrypted, backed up, written by deployment roles alone. It has
 * no Object Lock, under which Pulumi could not take its own locks away again.
 */
export class StateBackend extends pulumi.ComponentResource {
  readonly bucketName: string;
  readonly bucketArn: string;
  /** The address of Pulumi's secrets provider: `pulumi stack init --secrets-provider` takes it. */
  readonly secretsProvider: pulumi.Output<string>;

  constructor(name: string, args: StateBackendArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:StateBackend", name, {}, opts);
    const { scope } = args;
    const key = new Key(
      `${name}-key`,
      {
        scope,
        purpose: PURPOSE,
        description: "Pulumi's state, and the secrets in it",
        uses: backupKeyUses(scope),
        statements: stateKeyStatements(scope),
      },
      { parent: this },
    );
    const bucket = new SecureBucket(
      name,
      {
        scope,
        purpose: PURPOSE,
        keyArn: key.keyArn,
        accessLogBucketName: args.accessLogBucketName,
        statements: stateBucketStatements(scope, physicalName("bucket", scope, PURPOSE)),
        lifecycle: { noncurrentDays: STATE_HISTORY_DAYS },
      },
      { parent: this },
    );

    // Whoever deploys can delete the state, its earlier versions too; not what lies in the vault.
    const boundary = new PermissionsBoundary(`${name}-boundary`, { scope }, { parent: this });
    const vault = new BackupVault(`${name}-backups`, { scope }, { parent: this });
    new BucketBackup(
      `${name}-backup`,
      {
        scope,
        vaultName: vault.vaultName,
        boundaryArn: boundary.policyArn,
        bucketArns: [bucket.bucketArn],
        keyAliases: { state: key.alias },
      },
      { parent: this },
    );

    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    // By ARN: an alias would be looked up in the caller's own account.
    const { name: contextName, value } = SECRETS_CONTEXT;
    this.secretsProvider = pulumi.interpolate`awskms:///${key.keyArn}?region=${scope.region}&context_${contextName}=${value}`;
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      secretsProvider: this.secretsProvider,
    });
  }
}
