import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import { interpolate } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const ACCOUNT = "555555555555";
const FLOWS = "/vpc/development/flows";

/** A network for development: private subnets whose way out is a NAT gateway in a public one. */
export const developmentNetwork: Program = {
  name: "a development network with public and private subnets and a NAT gateway",
  stack: "dev",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html",
  ],
  run: () => {
    const options = company.inAccount(ACCOUNT, { Environment: "dev", DataClassification: "synthetic" });
    const key = company.key("network", [company.byLogs(FLOWS, ACCOUNT)], options, ACCOUNT);
    const vpc = new ec2.Vpc(
      "development",
      { cidrBlock: "10.40.0.0/16", enableDnsHostnames: true, enableDnsSupport: true },
      options,
    );
    new ec2.DefaultSecurityGroup("development", { vpcId: vpc.id, ingress: [], egress: [] }, options);
    const gateway = new ec2.InternetGateway("development", { vpcId: vpc.id }, options);
    const outward = new ec2.RouteTable(
      "public",
      { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }] },
      options,
    );
    const address = new ec2.Eip("nat", { domain: "vpc" }, options);
    const zones = ["a", "b"].map((zone, i) => {
      const at = { vpcId: vpc.id, availabilityZone: `${company.REGION}${zone}` };
      const front = new ec2.Subnet(`public-${zone}`, { ...at, cidrBlock: `10.40.${i}.0/24` }, options);
      new ec2.RouteTableAssociation(
        `public-${zone}`,
        { subnetId: front.id, routeTableId: outward.id },
        options,
      );
      const back = new ec2.Subnet(`private-${zone}`, { ...at, cidrBlock: `10.40.${i + 10}.0/24` }, options);
      return { zone, front, back };
    });
    const [first] = zones;
    const nat = new ec2.NatGateway(
      "development",
      { allocationId: address.id, subnetId: first?.front.id ?? "" },
      options,
    );
    const inward = new ec2.RouteTable(
      "private",
      { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: nat.id }] },
      options,
    );
    for (const { zone, back } of zones)
      new ec2.RouteTableAssociation(
        `private-${zone}`,
        { subnetId: back.id, routeTableId: inward.id },
        options,
      );
    new ec2.VpcEndpoint(
      "s3",
      {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${company.REGION}.s3`,
        routeTableIds: [inward.id],
        policy: company.document({
          Effect: "Allow",
          Principal: "*",
          Action: ["s3:GetObject", "s3:ListBucket", "s3:PutObject"],
          Resource: "*",
          Condition: {
            StringEquals: {
              "aws:PrincipalOrgID": company.ORGANIZATION,
              "aws:ResourceOrgID": company.ORGANIZATION,
            },
          },
        }),
      },
      options,
    );

    const flows = new cloudwatch.LogGroup(
      "flows",
      { name: FLOWS, kmsKeyId: key.arn, retentionInDays: 90 },
      options,
    );
    const role = new iam.Role(
      "flows",
      { assumeRolePolicy: company.trusting("vpc-flow-logs.amazonaws.com", ACCOUNT) },
      options,
    );
    new iam.RolePolicy(
      "flows",
      {
        role: role.name,
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: interpolate`${flows.arn}:*`,
            },
          ],
        },
      },
      options,
    );
    new ec2.FlowLog(
      "development",
      { vpcId: vpc.id, trafficType: "ALL", logDestination: flows.arn, iamRoleArn: role.arn },
      options,
    );
  },
};
