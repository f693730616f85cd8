import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { network } from "./network";

/** A load balancer as it should be: internal, strict about headers, logged, and protected from deletion. */
export function internalLoadBalancer(options: CustomResourceOptions): LoadBalancerArgs {
  const { group, subnetIds } = network(options);
  return {
    internal: true,
    loadBalancerType: "application",
    dropInvalidHeaderFields: true,
    enableDeletionProtection: true,
    accessLogs: { bucket: "acme-access-logs-222222222222", enabled: true },
    subnets: [...subnetIds],
    securityGroups: [group.id],
  };
}
