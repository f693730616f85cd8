import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as vpc from "@pulumi/aws/vpc";
import * as company from "../foundation";
import type { Program } from "../program";
import { spendingLimit } from "../spending-limit";

const CLUSTER = "training";
const RESERVATION = "cr-0a1b2c3d4e5f60718";

/** Nodes with GPUs and an Elastic Fabric Adapter, from a reservation, for training over several machines. */
export const trainingFabric: Program = {
  name: "GPU nodes joined by a fabric",
  sources: [
    "https://docs.aws.amazon.com/eks/latest/userguide/node-efa.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-blocks-using.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "training",
      [company.through("ec2", "training-nodes"), ...company.byAutoScaling()],
      options,
    );
    new ebs.EncryptionByDefault("account", { enabled: true }, options);
    new ebs.DefaultKmsKey("account", { keyArn: key.arn }, options);
    spendingLimit("training", 20000, options);

    const fabric = new ec2.SecurityGroup(
      "fabric",
      { vpcId: company.VPC, description: "Nodes of the fabric" },
      options,
    );
    // The adapter works only where its group lets everything in from itself, and out to itself.
    const within = {
      securityGroupId: fabric.id,
      referencedSecurityGroupId: fabric.id,
      ipProtocol: "-1",
      description: "Among the nodes",
    };
    new vpc.SecurityGroupIngressRule("fabric", within, options);
    new vpc.SecurityGroupEgressRule("fabric", within, options);
    new vpc.SecurityGroupEgressRule(
      "endpoints",
      {
        securityGroupId: fabric.id,
        referencedSecurityGroupId: company.ENDPOINTS_GROUP,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "HTTPS to the interface endpoints",
      },
      options,
    );

    const role = new iam.Role(
      "nodes",
      {
        name: "training-nodes",
        assumeRolePolicy: company.trustingMachines(),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    for (const policy of ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"])
      new iam.RolePolicyAttachment(
        policy,
        { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policy}` },
        options,
      );
    const placement = new ec2.PlacementGroup("training", { strategy: "cluster" }, options);
    const template = new ec2.LaunchTemplate(
      "nodes",
      {
        instanceType: "p5.48xlarge",
        placement: { groupName: placement.name },
        capacityReservationSpecification: {
          capacityReservationTarget: { capacityReservationId: RESERVATION },
        },
        instanceMarketOptions: { marketType: "capacity-block" },
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        networkInterfaces: [0, 1, 2, 3].map((card) => ({
          deviceIndex: card === 0 ? 0 : 1,
          networkCardIndex: card,
          interfaceType: card === 0 ? "efa" : "efa-only",
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [fabric.id],
        })),
        blockDeviceMappings: [
          {
            deviceName: "/dev/xvda",
            ebs: { encrypted: "true", kmsKeyId: key.arn, volumeSize: 500, volumeType: "gp3" },
          },
        ],
        tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
          resourceType,
          tags: company.TAGS,
        })),
      },
      options,
    );
    new eks.NodeGroup(
      "training",
      {
        clusterName: CLUSTER,
        nodeRoleArn: role.arn,
        subnetIds: company.PRIVATE_SUBNETS.slice(0, 1),
        amiType: "AL2023_x86_64_NVIDIA",
        capacityType: "CAPACITY_BLOCK",
        scalingConfig: { minSize: 0, maxSize: 4, desiredSize: 0 },
        launchTemplate: {
          id: template.id,
          version: template.latestVersion.apply((version) => String(version)),
        },
        taints: [{ key: "nvidia.com/gpu", value: "true", effect: "NO_SCHEDULE" }],
        updateConfig: { maxUnavailable: 1 },
        nodeRepairConfig: { enabled: true },
      },
      options,
    );
  },
};
