import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = "/aws/eks/ml/cluster";
const NODES = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonEKS_CNI_Policy"];

/** A cluster with a private endpoint only, and nodes in private subnets. */
export const kubernetesCluster: Program = {
  name: "a private Kubernetes cluster with managed nodes",
  sources: [
    "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "cluster",
      [
        company.byLogs(LOGS),
        company.through("ec2", "ml-nodes"),
        company.through("eks", "ml-cluster"),
        ...company.byAutoScaling(),
      ],
      options,
    );
    new ebs.EncryptionByDefault("account", { enabled: true }, options);
    new ebs.DefaultKmsKey("account", { keyArn: key.arn }, options);
    new cloudwatch.LogGroup(
      "cluster",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );

    const clusterRole = new iam.Role(
      "cluster",
      { name: "ml-cluster", assumeRolePolicy: company.trusting("eks.amazonaws.com") },
      options,
    );
    new iam.RolePolicyAttachment(
      "cluster",
      { role: clusterRole.name, policyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy" },
      options,
    );
    const nodes = new iam.Role(
      "nodes",
      {
        name: "ml-nodes",
        assumeRolePolicy: company.trustingMachines(),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    for (const policy of NODES) {
      new iam.RolePolicyAttachment(
        policy,
        { role: nodes.name, policyArn: `arn:aws:iam::aws:policy/${policy}` },
        options,
      );
    }

    const group = new ec2.SecurityGroup(
      "cluster",
      {
        vpcId: company.VPC,
        description: "The cluster's private endpoint",
        ingress: [
          {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: ["10.20.32.0/20"],
            description: "Administration hosts",
          },
        ],
      },
      options,
    );
    const cluster = new eks.Cluster(
      "ml",
      {
        name: "ml",
        version: "1.35",
        roleArn: clusterRole.arn,
        vpcConfig: {
          subnetIds: company.PRIVATE_SUBNETS,
          securityGroupIds: [group.id],
          endpointPrivateAccess: true,
          endpointPublicAccess: false,
        },
        encryptionConfig: { provider: { keyArn: key.arn }, resources: ["secrets"] },
        enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
        accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
        upgradePolicy: { supportType: "STANDARD" },
        deletionProtection: true,
      },
      options,
    );
    const template = new ec2.LaunchTemplate(
      "nodes",
      {
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        blockDeviceMappings: [
          {
            deviceName: "/dev/xvda",
            ebs: { encrypted: "true", kmsKeyId: key.arn, volumeSize: 100, volumeType: "gp3" },
          },
        ],
        networkInterfaces: [
          {
            associatePublicIpAddress: "false",
            securityGroups: [cluster.vpcConfig.apply(({ clusterSecurityGroupId }) => clusterSecurityGroupId)],
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
      "ml",
      {
        clusterName: cluster.name,
        nodeRoleArn: nodes.arn,
        subnetIds: company.PRIVATE_SUBNETS,
        scalingConfig: { minSize: 2, maxSize: 6, desiredSize: 2 },
        launchTemplate: {
          id: template.id,
          version: template.latestVersion.apply((version) => String(version)),
        },
        amiType: "AL2023_x86_64_STANDARD",
        instanceTypes: ["m6i.2xlarge"],
      },
      options,
    );
    new eks.AccessEntry(
      "operators",
      { clusterName: cluster.name, principalArn: company.arn("iam", "role/operators", "") },
      options,
    );
    new eks.AccessPolicyAssociation(
      "operators",
      {
        clusterName: cluster.name,
        principalArn: company.arn("iam", "role/operators", ""),
        policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
        accessScope: { type: "cluster" },
      },
      options,
    );
  },
};
