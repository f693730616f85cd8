import { allow, arn, type Scope, type Statement } from "../../secure";

/**
 * What SageMaker does in a role's name to put a job into the VPC:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createtrainingjob-perms
 * Subnets and security groups are the team's own, by their `Team` tag; a network interface that SageMaker makes
 * carries none. A container cannot do any of this itself: no EC2 endpoint is within its reach.
 */
export function networkInterfaces(scope: Scope): Statement[] {
  const interfaces = arn(scope, "ec2", "network-interface/*");
  return [
    allow("UseTeamNetwork", {
      Action: ["ec2:CreateNetworkInterface"],
      Resource: [arn(scope, "ec2", "security-group/*"), arn(scope, "ec2", "subnet/*")],
      Condition: { StringEquals: { "aws:ResourceTag/Team": scope.owner } },
    }),
    allow("MakeNetworkInterfaces", {
      Action: [
        "ec2:CreateNetworkInterface",
        "ec2:CreateNetworkInterfacePermission",
        "ec2:DeleteNetworkInterface",
        "ec2:DeleteNetworkInterfacePermission",
      ],
      Resource: [interfaces],
    }),
    // AWS knows no resource for these actions; they only list.
    allow("ListNetwork", {
      Action: [
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
      ],
      Resource: ["*"],
      Condition: { StringEquals: { "aws:RequestedRegion": scope.region } },
    }),
  ];
}
