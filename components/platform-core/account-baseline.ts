import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

export interface AccountBaselineArgs {
  /** The customer key of every volume that names none, by ARN. */
  readonly volumeKeyArn: pulumi.Input<string>;
}

/** What an account and region do by default, set to the safe side for whatever is made in it later by anyone. */
export class AccountBaseline extends pulumi.ComponentResource {
  constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:AccountBaseline", name, {}, opts);
    const child = { parent: this };

    new ebs.EncryptionByDefault(`${name}-volumes`, { enabled: true }, child);
    new ebs.DefaultKmsKey(`${name}-volume-key`, { keyArn: args.volumeKeyArn }, child);
    new ebs.SnapshotBlockPublicAccess(`${name}-snapshots`, { state: "block-all-sharing" }, child);
    new ec2.ImageBlockPublicAccess(`${name}-images`, { state: "block-new-sharing" }, child);

    // Nothing here has an internet gateway; one that is added later leads nowhere.
    new ec2.VpcBlockPublicAccessOptions(
      `${name}-internet`,
      { internetGatewayBlockMode: "block-bidirectional" },
      child,
    );

    // One hop: a container on the machine cannot ask for the machine's credentials.
    new ec2.InstanceMetadataDefaults(
      `${name}-instance-metadata`,
      {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: "disabled",
      },
      child,
    );
    new ec2.SerialConsoleAccess(`${name}-serial-console`, { enabled: false }, child);

    new s3.AccountPublicAccessBlock(
      `${name}-buckets`,
      { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      child,
    );
    // For the one user that cannot be forbidden, the root user of an account outside the guardrails.
    new iam.AccountPasswordPolicy(
      `${name}-passwords`,
      {
        minimumPasswordLength: 14,
        passwordReusePrevention: 24,
        requireLowercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercaseCharacters: true,
        allowUsersToChangePassword: true,
      },
      child,
    );

    this.registerOutputs({});
  }
}
