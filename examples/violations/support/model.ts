import type { ModelArgs } from "@pulumi/aws/sagemaker/model";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { ACCOUNTS, arn, roleArn, type Tier } from "./account";
import { network } from "./network";

/** A model as it should be: isolated, in private subnets, a version in the account's own model registry. */
export function model(tier: Tier, options: CustomResourceOptions): ModelArgs {
  const { group, subnetIds } = network(options);
  return {
    executionRoleArn: roleArn(tier, "serving"),
    enableNetworkIsolation: true,
    primaryContainer: {
      modelPackageName: arn("sagemaker", "model-package/scoring/3", { account: ACCOUNTS[tier] }),
    },
    vpcConfig: { subnets: [...subnetIds], securityGroupIds: [group.id] },
  };
}
