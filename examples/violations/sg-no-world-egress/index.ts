import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule";
import { account } from "../support/account";
import { network } from "../support/network";
import type { Example } from "../example";

export const example: Example = {
  name: "sg-no-world-egress",
  control: "sg-no-world-egress",
  tier: "prod",
  mistake: "Packages could not be installed, so the way out was opened.",
  others: [{ control: "prod-egress-allowlist", why: "The world is on no list of peers." }],
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
        ...(mended ? { referencedSecurityGroupId: group.id } : { cidrIpv4: "0.0.0.0/0" }),
      },
      options,
    );
  },
};
