import { DefaultKmsKey, EncryptionByDefault } from "@pulumi/aws/ebs";
import { Instance, type InstanceArgs } from "@pulumi/aws/ec2/instance";
import { type CustomResourceOptions, output } from "@pulumi/pulumi";
import type { Tier } from "./account";
import { customerKey } from "./key";
import type { Network } from "./network";

/** Encrypts every new volume of the account, by a customer key. */
export function encryptVolumesByDefault(tier: Tier, options: CustomResourceOptions): void {
  new EncryptionByDefault("volumes", { enabled: true }, options);
  new DefaultKmsKey("volumes", { keyArn: customerKey("volumes", tier, {}, options).arn }, options);
}

/** An instance in a private subnet, with an encrypted disk, session tokens and a profile for Session Manager; `args` replace parts of it. */
export function instance(
  name: string,
  { subnetIds, group }: Network,
  args: Partial<InstanceArgs>,
  options: CustomResourceOptions,
): Instance {
  return new Instance(
    name,
    {
      ami: "ami-0123456789abcdef0",
      instanceType: "m6i.large",
      subnetId: subnetIds[0] ?? output(""),
      vpcSecurityGroupIds: [group.id],
      associatePublicIpAddress: false,
      iamInstanceProfile: "acme-session-manager",
      rootBlockDevice: { encrypted: true },
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1, httpEndpoint: "enabled" },
      ...args,
    },
    options,
  );
}
