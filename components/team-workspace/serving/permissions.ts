import { allow, keyAlias, keyPermissions, type Scope, type Statement } from "../../secure";
import { teamBucketArn } from "../buckets";
import { pullImages, repositoryArn } from "../permissions/container-images";
import { reportMetrics, writeLogs } from "../permissions/logs";
import { networkInterfaces } from "../permissions/network-interfaces";
import { writeObjects } from "../permissions/objects";

/** Below this, in the output bucket, lie the requests and answers that endpoints captured. */
export const CAPTURE_PREFIX = "captures";

/** The log group of an endpoint, as SageMaker prescribes it. */
export function endpointLogGroupName(endpointName: string): string {
  return `/aws/sagemaker/Endpoints/${endpointName}`;
}

/**
 * What serving one model takes: read that one object with the model key, pull that one image, capture into the
 * endpoint's own prefix, and what SageMaker needs to run it in the VPC.
 */
export function servingPolicies(
  scope: Scope,
  model: { readonly endpointName: string; readonly image: string; readonly artifact: string },
): Record<string, Statement[]> {
  return {
    model: [
      allow("ReadModel", {
        Action: ["s3:GetObject"],
        Resource: [`${teamBucketArn(scope, "models")}/${model.artifact}`],
      }),
      ...keyPermissions(scope, "UseModelKey", keyAlias(scope, "models"), {
        services: ["s3"],
        access: "decrypt",
        grants: true,
      }),
    ],
    capture: [
      writeObjects(scope, "output", `${CAPTURE_PREFIX}/${model.endpointName}`),
      ...keyPermissions(scope, "UseDataKey", keyAlias(scope, "data"), {
        services: ["s3"],
        access: "encrypt-and-decrypt",
      }),
    ],
    runtime: [
      ...pullImages([repositoryArn(scope, model.image)]),
      ...writeLogs(scope, endpointLogGroupName(model.endpointName)),
      reportMetrics("/aws/sagemaker/Endpoints"),
      ...networkInterfaces(scope),
    ],
  };
}

/** What it takes to call one endpoint. */
export function invokeStatements(scope: Scope, endpointArn: string): Statement[] {
  return [
    allow("InvokeEndpoint", {
      Action: ["sagemaker:InvokeEndpoint"],
      Resource: [endpointArn],
      Condition: { StringEquals: { "aws:PrincipalOrgID": scope.company.organization.id } },
    }),
  ];
}
