import type { ServiceFacts } from "../resource-facts";

/** Networks, instances and endpoints. Ids: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
export const EC2: ServiceFacts = {
  "aws:ec2/vpc:Vpc": {
    id: "vpc-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:vpc/{id}",
    outputs: {
      defaultNetworkAclId: "acl-{hex:17}",
      defaultRouteTableId: "rtb-{hex:17}",
      mainRouteTableId: "rtb-{hex:17}",
      defaultSecurityGroupId: "sg-{hex:17}",
      dhcpOptionsId: "dopt-{hex:17}",
      ipv6AssociationId: "",
      enableDnsHostnames: false,
      enableNetworkAddressUsageMetrics: false,
    },
  },
  "aws:ec2/subnet:Subnet": {
    id: "subnet-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:subnet/{id}",
    outputs: {
      ipv6CidrBlockAssociationId: "",
      privateDnsHostnameTypeOnLaunch: "ip-name",
      availabilityZone: "{region}a",
    },
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    id: "sg-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:security-group/{id}",
    outputs: { description: "Managed by Pulumi" },
  },
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    id: "sgrule-{digits:10}",
    outputs: { securityGroupRuleId: "sgr-{hex:17}" },
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    id: "sg-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:security-group/{id}",
    outputs: { name: "default", description: "default VPC security group" },
  },
  "aws:ec2/networkAcl:NetworkAcl": {
    id: "acl-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:network-acl/{id}",
  },
  "aws:ec2/networkAclRule:NetworkAclRule": { id: "nacl-{digits:10}" },
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": { id: "aclassoc-{hex:17}" },
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    id: "{defaultNetworkAclId}",
    arn: "arn:{partition}:ec2:{region}:{account}:network-acl/{id}",
  },
  "aws:ec2/routeTable:RouteTable": {
    id: "rtb-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:route-table/{id}",
  },
  "aws:ec2/defaultRouteTable:DefaultRouteTable": {
    id: "{defaultRouteTableId}",
    arn: "arn:{partition}:ec2:{region}:{account}:route-table/{id}",
  },
  "aws:ec2/route:Route": {
    id: "r-{routeTableId}{digits:10}",
    outputs: { origin: "CreateRoute", state: "active" },
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { id: "rtbassoc-{hex:17}" },
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": { id: "rtbassoc-{hex:17}" },
  "aws:ec2/internetGateway:InternetGateway": {
    id: "igw-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:internet-gateway/{id}",
  },
  "aws:ec2/natGateway:NatGateway": {
    id: "nat-{hex:17}",
    outputs: {
      associationId: "eipassoc-{hex:17}",
      networkInterfaceId: "eni-{hex:17}",
      privateIp: "10.0.0.10",
      publicIp: "192.0.2.10",
    },
  },
  "aws:ec2/eip:Eip": {
    id: "eipalloc-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:elastic-ip/{id}",
    outputs: {
      allocationId: "{id}",
      publicIp: "192.0.2.10",
      publicDns: "ec2-192-0-2-10.{region}.compute.amazonaws.com",
    },
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    id: "vpce-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:vpc-endpoint/{id}",
    outputs: {
      prefixListId: "pl-{hex:8}",
      networkInterfaceIds: ["eni-{hex:17}"],
      dnsEntries: [{ dnsName: "{id}-{lower:8}.vpce.{region}.amazonaws.com", hostedZoneId: "Z{upper:13}" }],
      state: "available",
      ipAddressType: "ipv4",
      serviceRegion: "{region}",
    },
  },
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": { id: "{vpcEndpointId}" },
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": {
    id: "a-{vpcEndpointId}{digits:10}",
  },
  "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation": { id: "a-{vpcEndpointId}{digits:10}" },
  "aws:ec2/securityGroupAssociation:SecurityGroupAssociation": { id: "a-{vpcEndpointId}{digits:10}" },
  "aws:ec2/vpcEndpointService:VpcEndpointService": {
    id: "vpce-svc-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:vpc-endpoint-service/{id}",
    outputs: {
      serviceName: "com.amazonaws.vpce.{region}.{id}",
      state: "Available",
      serviceType: "Interface",
    },
  },
  "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": {
    id: "dopt-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:dhcp-options/{id}",
  },
  "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation": { id: "{dhcpOptionsId}-{vpcId}" },
  "aws:ec2/flowLog:FlowLog": {
    id: "fl-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:vpc-flow-log/{id}",
  },
  "aws:ec2/networkInterface:NetworkInterface": {
    id: "eni-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:network-interface/{id}",
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    id: "lt-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:launch-template/{id}",
    outputs: { defaultVersion: 1, latestVersion: 1 },
    unique: "account",
  },
  "aws:ec2/instance:Instance": {
    id: "i-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:instance/{id}",
    outputs: {
      instanceState: "running",
      primaryNetworkInterfaceId: "eni-{hex:17}",
      privateIp: "10.0.0.11",
      privateDns: "ip-10-0-0-11.{region}.compute.internal",
      publicDns: "",
      publicIp: "",
    },
  },
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": {
    id: "sir-{lower:8}",
    arn: "arn:{partition}:ec2:{region}:{account}:spot-instances-request/{id}",
    outputs: { spotInstanceId: "i-{hex:17}" },
  },
  "aws:ec2/keyPair:KeyPair": {
    id: "{keyName}",
    arn: "arn:{partition}:ec2:{region}:{account}:key-pair/{keyName}",
    unique: "account",
  },
  "aws:ec2/ami:Ami": { id: "ami-{hex:17}", arn: "arn:{partition}:ec2:{region}::image/{id}" },
  "aws:ec2/managedPrefixList:ManagedPrefixList": {
    id: "pl-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:prefix-list/{id}",
    outputs: { version: 1 },
  },
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": {
    id: "pcx-{hex:17}",
    outputs: { acceptStatus: "active" },
  },
  "aws:ec2transitgateway/transitGateway:TransitGateway": {
    id: "tgw-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:transit-gateway/{id}",
  },
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": {
    id: "tgw-attach-{hex:17}",
    arn: "arn:{partition}:ec2:{region}:{account}:transit-gateway-attachment/{id}",
  },
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": { id: "terraform-{digits:26}" },
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": { id: "{region}" },
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": {
    id: "{region}",
    outputs: { awsAccountId: "{account}", awsRegion: "{region}" },
  },
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess": { id: "terraform-{digits:26}" },
};
