import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule";
import { account } from "../support/account";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "sg-no-world-ingress",
  control: "sg-no-world-ingress",
  tier: "staging",
  mistake: "The dashboard was opened to the world for one evening, to look at it from home.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const { group } = network(options);
    new SecurityGroupIngressRule(
      "dashboard",
      {
        securityGroupId: group.id,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "HTTPS to the dashboard",
        ...(mended ? { referencedSecurityGroupId: group.id } : { cidrIpv4: "0.0.0.0/0" }),
      },
      options,
    );
  },
};
