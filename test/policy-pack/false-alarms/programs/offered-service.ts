import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import * as company from "../foundation";
import type { Program } from "../program";

const CONSUMER_ACCOUNT = "999999999999";

/** A service offered to another account of the company over PrivateLink, and the endpoint by which that account uses it. */
export const offeredService: Program = {
  name: "a service offered and used over PrivateLink",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html",
  ],
  run: () => {
    const provider = company.inAccount();
    const consumer = company.inAccount(CONSUMER_ACCOUNT);
    const group = new ec2.SecurityGroup(
      "prices",
      { vpcId: company.VPC, description: "The balancer before the price service" },
      provider,
    );
    new vpc.SecurityGroupIngressRule(
      "prices",
      {
        securityGroupId: group.id,
        cidrIpv4: "10.20.0.0/20",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "TLS from the shop's subnets",
      },
      provider,
    );
    const balancer = new lb.LoadBalancer(
      "prices",
      {
        internal: true,
        loadBalancerType: "network",
        subnets: company.PRIVATE_SUBNETS,
        securityGroups: [group.id],
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "off",
        enableCrossZoneLoadBalancing: true,
        enableDeletionProtection: true,
        accessLogs: { bucket: company.LOG_BUCKET, enabled: true, prefix: "prices" },
      },
      provider,
    );
    const targets = new lb.TargetGroup(
      "prices",
      {
        vpcId: company.VPC,
        port: 8443,
        protocol: "TLS",
        targetType: "ip",
        preserveClientIp: "false",
        healthCheck: { protocol: "HTTPS", path: "/health" },
      },
      provider,
    );
    new lb.Listener(
      "prices",
      {
        loadBalancerArn: balancer.arn,
        port: 443,
        protocol: "TLS",
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        certificateArn: company.arn("acm", "certificate/12345678-1234-4234-8234-123456789012"),
        alpnPolicy: "HTTP2Preferred",
        defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
      },
      provider,
    );
    const service = new ec2.VpcEndpointService(
      "prices",
      {
        acceptanceRequired: true,
        networkLoadBalancerArns: [balancer.arn],
        supportedIpAddressTypes: ["ipv4"],
        supportedRegions: [company.REGION],
      },
      provider,
    );
    new ec2.VpcEndpointServiceAllowedPrinciple(
      "shop",
      {
        vpcEndpointServiceId: service.id,
        principalArn: company.arn("iam", "role/deployment", "", CONSUMER_ACCOUNT),
      },
      provider,
    );

    const clients = new ec2.SecurityGroup(
      "prices-endpoint",
      {
        vpcId: "vpc-0f1e2d3c4b5a69788",
        description: "The endpoint of the price service",
        ingress: [
          {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: ["10.50.0.0/20"],
            description: "HTTPS from the application subnets",
          },
        ],
      },
      consumer,
    );
    const endpoint = new ec2.VpcEndpoint(
      "prices",
      {
        vpcId: "vpc-0f1e2d3c4b5a69788",
        serviceName: service.serviceName,
        vpcEndpointType: "Interface",
        subnetIds: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
        securityGroupIds: [clients.id],
        privateDnsEnabled: false,
      },
      consumer,
    );
    new ec2.VpcEndpointConnectionAccepter(
      "prices",
      { vpcEndpointServiceId: service.id, vpcEndpointId: endpoint.id },
      provider,
    );
  },
};
