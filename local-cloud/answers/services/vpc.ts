import type { ServiceFacts } from "../resource-facts";

const RULE = {
  id: "sgr-{hex:17}",
  arn: "arn:{partition}:ec2:{region}:{account}:security-group-rule/{id}",
  outputs: { securityGroupRuleId: "{id}" },
};

/** Security-group rules that are resources of their own, and what else the SDK keeps under `vpc`. */
export const VPC: ServiceFacts = {
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": RULE,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": RULE,
  "aws:vpc/endpointPrivateDns:EndpointPrivateDns": { id: "{vpcEndpointId}" },
  "aws:vpc/endpointServicePrivateDnsVerification:EndpointServicePrivateDnsVerification": {
    id: "{serviceId}",
  },
};
