import { Listener } from "@pulumi/aws/lb/listener";
import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer";
import { account, ACCOUNTS, arn } from "../support/account";
import { internalLoadBalancer } from "../support/load-balancer";
import type { Example } from "../example";

export const example: Example = {
  name: "lb-tls-only",
  control: "lb-tls-only",
  tier: "staging",
  mistake: "The listener kept the policy that AWS gives to those who name none, which speaks TLS 1.0.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const balancer = new LoadBalancer("scoring", internalLoadBalancer(options), options);
    new Listener(
      "scoring",
      {
        loadBalancerArn: balancer.arn,
        port: 443,
        protocol: "HTTPS",
        sslPolicy: mended ? "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" : "ELBSecurityPolicy-2016-08",
        certificateArn: arn("acm", "certificate/00000000-0000-0000-0000-000000000000", {
          account: ACCOUNTS.staging,
        }),
        defaultActions: [
          { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } },
        ],
      },
      options,
    );
  },
};
