import * as cfg from "@pulumi/aws/cfg";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { type Scope, tagsOf } from "../../secure";
import type { AuditDestination } from "../audit";

/** An account and region has one recorder and one channel. AWS's own tools look for them under this name. */
const ONLY = "default";

/** The folder of configuration histories and snapshots in the log archive. */
export const CONFIGURATION_PREFIX = "config";

export interface ConfigurationRecorderArgs {
  readonly scope: Scope;
  /** Where histories and snapshots go. */
  readonly destination: AuditDestination;
}

/**
 * AWS Config: records how every resource of the account was set at any time, in the log archive. It acts by its
 * service-linked role, which only AWS Config can assume, which reads configurations and nothing that is stored, and
 * which Security Hub asks for (Config.1). So it delivers in the service's own name, which the archive lets in.
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 */
export class ConfigurationRecorder extends pulumi.ComponentResource {
  constructor(name: string, args: ConfigurationRecorderArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:ConfigurationRecorder", name, {}, opts);
    const { destination } = args;
    const child = { parent: this };

    const role = new iam.ServiceLinkedRole(
      `${name}-role`,
      { awsServiceName: "config.amazonaws.com", tags: tagsOf(args.scope) },
      child,
    );
    const recorder = new cfg.Recorder(
      name,
      {
        name: ONLY,
        roleArn: role.arn,
        // The platform lives in one region, so that global resources are recorded once.
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      },
      child,
    );
    const channel = new cfg.DeliveryChannel(
      name,
      {
        name: ONLY,
        s3BucketName: destination.bucketName,
        s3KeyPrefix: CONFIGURATION_PREFIX,
        s3KmsKeyArn: destination.keyArn,
        snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
      },
      // AWS refuses a channel where there is no recorder.
      { ...child, dependsOn: recorder },
    );
    new cfg.RecorderStatus(
      name,
      { name: recorder.name, isEnabled: true },
      // AWS refuses to start a recorder that has no channel.
      { ...child, dependsOn: channel },
    );

    this.registerOutputs({});
  }
}
