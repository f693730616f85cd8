import type { NotebookInstanceArgs } from "@pulumi/aws/sagemaker/notebookInstance";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { roleArn, type Tier } from "./account";
import { customerKey } from "./key";
import { network } from "./network";

/** A notebook as it should be: in the VPC, without internet or root, its storage under a customer key. */
export function notebook(tier: Tier, options: CustomResourceOptions): NotebookInstanceArgs {
  const { group, subnetIds } = network(options);
  const [subnetId] = subnetIds;
  return {
    roleArn: roleArn(tier, "notebook"),
    instanceType: "ml.t3.medium",
    platformIdentifier: "notebook-al2-v3",
    ...(subnetId === undefined ? {} : { subnetId }),
    securityGroups: [group.id],
    directInternetAccess: "Disabled",
    rootAccess: "Disabled",
    kmsKeyId: customerKey("notebooks", tier, {}, options).arn,
    instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
  };
}
