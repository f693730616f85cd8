import type { ModelArgs } from "@pulumi/aws/sagemaker/model";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { ACCOUNTS, REGION, roleArn, type Tier } from "./account";
import { network } from "./network";

/** A model as it should be: isolated, in private subnets, from a registry of the account's own. */
export function model(tier: Tier, options: CustomResourceOptions): ModelArgs {
  const { group, subnetIds } = network(options);
  return {
    executionRoleArn: roleArn(tier, "serving"),
    enableNetworkIsolation: true,
    primaryContainer: {
      image: `${ACCOUNTS[tier]}.dkr.ecr.${REGION}.amazonaws.com/scoring@sha256:${"0".repeat(64)}`,
    },
    vpcConfig: { subnets: [...subnetIds], securityGroupIds: [group.id] },
  };
}
