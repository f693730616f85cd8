import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule";
import { account } from "../support/account";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "prod-egress-allowlist",
  control: "prod-egress-allowlist",
  tier: "prod",
  mistake: "What dev may do, send anywhere inside the VPC, was copied to prod.",
  others: [],
  program: (mended) => {
    const options = account("prod");
    const { group } = network(options);
    new SecurityGroupEgressRule(
      "out",
      {
        securityGroupId: group.id,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "HTTPS to the endpoints",
        ...(mended ? { referencedSecurityGroupId: group.id } : { cidrIpv4: "10.16.0.0/16" }),
      },
      options,
    );
  },
};
