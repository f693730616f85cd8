import { forTypes, remediationOf } from "./defaults";
import { correct, fillIn, type Remediation } from "./remediation";

const INSTANCE = "aws:ec2/instance:Instance";

/**
 * Takes public addresses away from instances: asked for, or left to the subnet. An instance with a network interface
 * of its own may not say anything, and one with a launch template leaves it to that.
 */
export const keepInstancesPrivate: Remediation = {
  name: "remediate-instance-public-ip",
  controls: ["ec2-no-public-ip", "gpu-instance-no-public-ip"],
  description: "Gives instances no public address, asked for or left to the subnet.",
  corrects: true,
  types: [INSTANCE, "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
  changes: (subject) => {
    const property = "associatePublicIpAddress";
    const isLeftToOthers = ["networkInterfaces", "primaryNetworkInterface", "launchTemplate"].some(
      (input) => subject.properties.get(input).state !== "unset",
    );
    return [
      ...correct(subject, property, (value) => String(value) === "true", false),
      ...(isLeftToOthers ? [] : fillIn(subject, property, false)),
    ];
  },
};

/** Takes public addresses away from what launch templates and configurations launch. */
export const keepTemplatesPrivate = remediationOf({
  name: "remediate-template-public-ip",
  controls: ["launch-template-no-public-ip", "gpu-instance-no-public-ip"],
  description: "Asks for no public address in launch templates and launch configurations.",
  correct: {
    // A launch template has words for booleans.
    "aws:ec2/launchTemplate:LaunchTemplate": {
      "networkInterfaces[].associatePublicIpAddress": "false",
      "networkInterfaces[].associateCarrierIpAddress": "false",
    },
    "aws:ec2/launchConfiguration:LaunchConfiguration": { associatePublicIpAddress: false },
  },
});

/** Has subnets hand out no public addresses. A default subnet does unless it is told not to. */
export const keepSubnetsPrivate = remediationOf({
  name: "remediate-subnet-public-ip",
  controls: ["subnet-no-auto-public-ip"],
  description: "Has subnets hand out no public IPv4 or IPv6 addresses by themselves.",
  fill: { "aws:ec2/defaultSubnet:DefaultSubnet": { mapPublicIpOnLaunch: false } },
  correct: forTypes(["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"], {
    mapPublicIpOnLaunch: false,
    assignIpv6AddressOnCreation: false,
  }),
});

const ALL_FOUR = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

/** Switches on what a public access block leaves out. */
export const completeAccessBlocks = remediationOf({
  name: "remediate-s3-public-access-block",
  controls: ["s3-public-access-block"],
  description: "Switches on each of the four switches that a public access block leaves out.",
  fill: forTypes(
    [
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    ],
    ALL_FOUR,
  ),
});

/** Keeps the API of clusters that say nothing of it inside the VPC. */
export const keepClustersPrivate = remediationOf({
  name: "remediate-eks-endpoint",
  controls: ["eks-endpoint-private"],
  description:
    "Opens the API of a cluster to its VPC and to nobody else, where the program says nothing of it.",
  fill: {
    "aws:eks/cluster:Cluster": {
      "vpcConfig.endpointPrivateAccess": true,
      "vpcConfig.endpointPublicAccess": false,
    },
  },
});

/** Has application load balancers drop headers that are no headers. */
export const dropInvalidHeaders = remediationOf({
  name: "remediate-lb-headers",
  controls: ["lb-internal-by-default"],
  description: "Has application load balancers drop invalid header fields, where they say nothing of them.",
  fill: forTypes(["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"], {
    dropInvalidHeaderFields: true,
  }),
  where: ({ properties }) => {
    const type = properties.get("loadBalancerType");
    return type.state === "unset" || (type.state === "known" && type.value === "application");
  },
});

/** Has function URLs demand a signature. AWS takes none that leave it out, so that only saying it can be wrong. */
export const signFunctionCalls = remediationOf({
  name: "remediate-function-url",
  controls: ["lambda-url-authenticated"],
  description: "Has function URLs, and the permissions to call them, demand a signature of AWS IAM.",
  correct: {
    "aws:lambda/functionUrl:FunctionUrl": { authorizationType: "AWS_IAM" },
    "aws:lambda/permission:Permission": { functionUrlAuthType: "AWS_IAM" },
  },
});
