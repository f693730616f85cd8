import * as pulumi from "@pulumi/pulumi";
import {
  keyAlias,
  keyPermissions,
  physicalName,
  Role,
  trustService,
  type Scope,
  type Statement,
} from "../secure";
import { companyRepositories, pullImages } from "./permissions/container-images";
import { reportMetrics, writeLogs } from "./permissions/logs";
import { networkInterfaces } from "./permissions/network-interfaces";
import { readObjects, writeObjects } from "./permissions/objects";
import { ROLE_PURPOSES } from "./principals";

const LOG_GROUP = "/aws/sagemaker/TrainingJobs";

/**
 * What a training job may do: read the data bucket, write the output bucket, use the data key for both through
 * S3, and what SageMaker needs to run it in the VPC. The jobs' names start with the team's, because all teams'
 * jobs share one log group.
 */
export function trainingPolicies(scope: Scope): Record<string, Statement[]> {
  return {
    data: [
      ...readObjects(scope, "data"),
      writeObjects(scope, "output"),
      ...keyPermissions(scope, "UseDataKey", keyAlias(scope, "data"), {
        services: ["s3", "sagemaker"],
        access: "encrypt-and-decrypt",
        grants: true,
      }),
    ],
    runtime: [
      ...pullImages([companyRepositories(scope)]),
      ...writeLogs(scope, LOG_GROUP, physicalName("sagemaker", scope, "*")),
      reportMetrics(LOG_GROUP),
      ...networkInterfaces(scope),
    ],
  };
}

/** The role of a team's training jobs. */
export function trainingRole(
  name: string,
  args: { readonly scope: Scope; readonly boundaryArn: pulumi.Input<string> },
  opts: pulumi.ComponentResourceOptions,
): Role {
  const { scope } = args;
  return new Role(
    name,
    {
      ...args,
      purpose: ROLE_PURPOSES.training,
      description: `Training jobs of ${scope.owner}: reads its data, writes its output.`,
      trust: [trustService(scope, "sagemaker")],
      policies: trainingPolicies(scope),
    },
    opts,
  );
}
