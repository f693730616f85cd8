import * as autoscaling from "@pulumi/aws/autoscaling";
import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as company from "../foundation";
import type { Program } from "../program";
import { spendingLimit } from "../spending-limit";

const DEEP_LEARNING_AMI =
  "resolve:ssm:/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id";

/** Machines with GPUs in private subnets, reached by Session Manager alone. */
export const acceleratedFleet: Program = {
  name: "a fleet of GPU machines in private subnets",
  sources: [
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-template.html",
    "https://docs.aws.amazon.com/dlami/latest/devguide/find-dlami-id.html",
    "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-controls.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key("fleet", [company.through("ec2", "fleet"), ...company.byAutoScaling()], options);
    new ebs.EncryptionByDefault("account", { enabled: true }, options);
    new ebs.DefaultKmsKey("account", { keyArn: key.arn }, options);

    const role = new iam.Role(
      "fleet",
      {
        name: "fleet",
        assumeRolePolicy: company.trustingMachines(),
        permissionsBoundary: company.BOUNDARY,
        managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
      },
      options,
    );
    const profile = new iam.InstanceProfile("fleet", { role: role.name }, options);
    const group = new ec2.SecurityGroup(
      "fleet",
      { vpcId: company.VPC, description: "GPU machines that fine-tune models" },
      options,
    );
    new ec2.SecurityGroupRule(
      "fleet-endpoints",
      {
        type: "egress",
        securityGroupId: group.id,
        sourceSecurityGroupId: company.ENDPOINTS_GROUP,
        protocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "HTTPS to the interface endpoints",
      },
      options,
    );

    const template = new ec2.LaunchTemplate(
      "fleet",
      {
        imageId: DEEP_LEARNING_AMI,
        instanceType: "g5.2xlarge",
        iamInstanceProfile: { arn: profile.arn },
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        monitoring: { enabled: true },
        networkInterfaces: [
          { associatePublicIpAddress: "false", deviceIndex: 0, securityGroups: [group.id] },
        ],
        blockDeviceMappings: [
          {
            deviceName: "/dev/xvda",
            ebs: {
              encrypted: "true",
              kmsKeyId: key.arn,
              volumeSize: 200,
              volumeType: "gp3",
              deleteOnTermination: "true",
            },
          },
        ],
        tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
          resourceType,
          tags: company.TAGS,
        })),
      },
      options,
    );
    new autoscaling.Group(
      "fleet",
      {
        minSize: 0,
        maxSize: 2,
        vpcZoneIdentifiers: company.PRIVATE_SUBNETS,
        maxInstanceLifetime: 604800,
        launchTemplate: { id: template.id, version: "$Latest" },
        tags: Object.entries(company.TAGS).map(([tagKey, value]) => ({
          key: tagKey,
          value,
          propagateAtLaunch: true,
        })),
      },
      options,
    );

    spendingLimit("fleet", 2000, options);
  },
};
