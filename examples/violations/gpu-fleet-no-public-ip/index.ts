import * as autoscaling from "@pulumi/aws/autoscaling";
import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate";
import { account, tagsWithout } from "../support/account";
import { budgetThatStops } from "../support/budget";
import { encryptVolumesByDefault } from "../support/instance";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "gpu-fleet-no-public-ip",
  control: "gpu-instance-no-public-ip",
  tier: "dev",
  mistake: "The launch template of a GPU fleet came from a tutorial, public addresses and all.",
  others: [
    { control: "ec2-no-public-ip", why: "No instance gets a public address, with a GPU or without." },
    {
      control: "launch-template-no-public-ip",
      why: "A template hands out addresses to all that it launches.",
    },
  ],
  program: (mended) => {
    const options = account("dev");
    encryptVolumesByDefault("dev", options);
    budgetThatStops("dev", options);
    const { group, subnetIds } = network(options);
    const tags = { Environment: "dev", ...tagsWithout() };
    const template = new LaunchTemplate(
      "fleet",
      {
        imageId: "ami-0123456789abcdef0",
        instanceType: "p4d.24xlarge",
        iamInstanceProfile: { name: "acme-session-manager" },
        instanceMarketOptions: { marketType: "spot" },
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
        metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1, httpEndpoint: "enabled" },
        networkInterfaces: [
          { associatePublicIpAddress: mended ? "false" : "true", securityGroups: [group.id] },
        ],
        tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
          resourceType,
          tags,
        })),
      },
      options,
    );
    new autoscaling.Group(
      "fleet",
      {
        minSize: 0,
        maxSize: 2,
        vpcZoneIdentifiers: [...subnetIds],
        launchTemplate: { id: template.id, version: "$Latest" },
      },
      options,
    );
  },
};
