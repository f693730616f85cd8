import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer";
import { account } from "../support/account";
import { internalLoadBalancer } from "../support/load-balancer";
import type { Example } from "../example";

export const example: Example = {
  name: "lb-internal-by-default",
  control: "lb-internal-by-default",
  tier: "staging",
  mistake: "The load balancer was made without saying internal, and AWS makes it public then.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    new LoadBalancer("scoring", { ...internalLoadBalancer(options), internal: mended }, options);
  },
};
