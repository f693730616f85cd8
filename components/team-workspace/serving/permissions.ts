import { allow, keyAlias, keyPermissions, type Scope, type Statement } from "../../secure";
import { teamBucketArn } from "../buckets";
import { companyRepositories, pullImages, repositoryArn } from "../permissions/container-images";
import { reportMetrics, writeLogs } from "../permissions/logs";
import { networkInterfaces } from "../permissions/network-interfaces";
import { writeObjects } from "../permissions/objects";
import type { ModelSource } from "./model-source";

/** Below this, in the output bucket, lie the requests and answers that endpoints captured. */
export const CAPTURE_PREFIX = "captures";

/** The log group of an endpoint, as SageMaker prescribes it. */
export function endpointLogGroupName(endpointName: string): string {
  return `/aws/sagemaker/Endpoints/${endpointName}`;
}

/**
 * Lets a role read the one object that a model is; of a package, which names its object itself, the package and all
 * objects of its group. One that names an object elsewhere cannot be loaded.
 */
function readModel(scope: Scope, source: ModelSource): Statement[] {
  const objects = source.kind === "artifact" ? source.artifact : `${source.artifactPrefix}/*`;
  const read = allow("ReadModel", {
    Action: ["s3:GetObject"],
    Resource: [`${teamBucketArn(scope, "models")}/${objects}`],
  });
  if (source.kind === "artifact") return [read];
  return [
    read,
    allow("ReadModelPackage", {
      Action: ["sagemaker:DescribeModelPackage"],
      Resource: [source.modelPackage],
    }),
  ];
}

/** What a model's image is pulled from: its own repository, or where a package may name one, the company's. */
function repositories(scope: Scope, source: ModelSource): string[] {
  return [source.kind === "artifact" ? repositoryArn(scope, source.image) : companyRepositories(scope)];
}

/**
 * What serving one model takes: read it with the model key, pull its image, capture into the endpoint's own prefix, and
 * what SageMaker needs to run it in the VPC.
 */
export function servingPolicies(
  scope: Scope,
  model: { readonly endpointName: string; readonly source: ModelSource },
): Record<string, Statement[]> {
  return {
    model: [
      ...readModel(scope, model.source),
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
      ...pullImages(repositories(scope, model.source)),
      ...writeLogs(scope, endpointLogGroupName(model.endpointName)),
      reportMetrics("/aws/sagemaker/Endpoints"),
      ...networkInterfaces(scope),
    ],
  };
}

/** What it takes one role to call one endpoint. */
export function invokeStatements(scope: Scope, endpointArn: string, callerArn: string): Statement[] {
  return [
    allow("InvokeEndpoint", {
      Action: ["sagemaker:InvokeEndpoint"],
      Resource: [endpointArn],
      Condition: {
        ArnEquals: { "aws:PrincipalArn": callerArn },
        StringEquals: { "aws:PrincipalOrgID": scope.company.organization.id },
      },
    }),
  ];
}
