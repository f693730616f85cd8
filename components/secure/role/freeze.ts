import { deny, type Statement } from "../policy-document";

/**
 * Denies everything to a role whose owner is leaving. What SageMaker and Lambda need to take down a network
 * interface stays allowed, or else the interfaces would outlive the endpoint and hold on to the subnets.
 */
export function freezeStatement(): Statement {
  return deny("AccessFrozen", {
    NotAction: [
      "ec2:DeleteNetworkInterface",
      "ec2:DeleteNetworkInterfacePermission",
      "ec2:DescribeNetworkInterfaces",
    ],
    Resource: ["*"],
  });
}
