import * as ec2 from "@pulumi/aws/ec2";
import type { CustomResourceOptions, Output } from "@pulumi/pulumi";
import { ORGANIZATION, REGION } from "./account";

/** The services that jobs in a private subnet call. */
const SERVICES = [
  "ecr.api",
  "ecr.dkr",
  "kms",
  "logs",
  "monitoring",
  "sagemaker.api",
  "sagemaker.runtime",
  "secretsmanager",
  "sts",
];

/** The organization's principals may reach the organization's resources, and nobody anything else. */
const POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "WithinTheOrganization",
      Effect: "Allow",
      Principal: "*",
      Action: "*",
      Resource: "*",
      Condition: {
        StringEquals: { "aws:PrincipalOrgID": ORGANIZATION, "aws:ResourceOrgID": ORGANIZATION },
      },
    },
  ],
});

/** The endpoints of a VPC without a way to the internet. */
export function endpoints(
  vpc: ec2.Vpc,
  subnetIds: readonly Output<string>[],
  group: ec2.SecurityGroup,
  options: CustomResourceOptions,
): void {
  new ec2.VpcEndpoint(
    "s3",
    {
      vpcId: vpc.id,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.${REGION}.s3`,
      routeTableIds: [vpc.mainRouteTableId],
      policy: POLICY,
    },
    options,
  );
  for (const service of SERVICES) {
    new ec2.VpcEndpoint(
      service,
      {
        vpcId: vpc.id,
        vpcEndpointType: "Interface",
        serviceName: `com.amazonaws.${REGION}.${service}`,
        subnetIds: [...subnetIds],
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
        policy: POLICY,
      },
      options,
    );
  }
}
