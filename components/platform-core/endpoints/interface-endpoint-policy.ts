import { allow, type Statement } from "../../secure";
import { INTERFACE_ENDPOINT_ACTIONS, type InterfaceEndpointService } from "./services";

/**
 * What may pass an interface endpoint: the organization's own principals, using the actions that workloads
 * need, on the organization's own resources. Foreign credentials cannot carry data out through it, and data
 * cannot go to a foreign account. Which team may do what is decided by its roles, so that no team is named here.
 * https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/appendix-2-vpc-endpoint-policy-examples.html
 */
export function interfaceEndpointPolicy(
  service: InterfaceEndpointService,
  organizationId: string,
): Statement[] {
  return [
    allow("AllowOrganizationPrincipalsToOrganizationResources", {
      Principal: { AWS: "*" },
      Action: INTERFACE_ENDPOINT_ACTIONS[service],
      // Which resources is said by the condition: an organization's resources have no common ARN.
      Resource: ["*"],
      Condition: {
        StringEquals: { "aws:PrincipalOrgID": organizationId, "aws:ResourceOrgID": organizationId },
      },
    }),
  ];
}
