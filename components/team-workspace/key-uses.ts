import type { Team } from "../../config";
import { backupKeyUses, deploymentRoleArn, rotationRoleArn, type KeyUse, type Scope } from "../secure";
import { teamRoleArns } from "./principals";

/** Who uses a key, by the Sid of the statement that says so. */
type KeyUses = Record<string, KeyUse>;

/** The data key: training and notebooks read and write through S3, and SageMaker encrypts their volumes. */
export function dataKeyUses(scope: Scope, team: Team): KeyUses {
  const roles = teamRoleArns(scope, team);
  const workers = [...roles.training, ...roles.notebooks];
  return withRoles({
    Workloads: { roles: workers, services: ["s3", "sagemaker"], access: "encrypt-and-decrypt", grants: true },
    FeatureStore: {
      roles: roles.featureStore,
      services: ["s3", "sagemaker"],
      access: "encrypt-and-decrypt",
      grants: true,
    },
    // Captured requests and answers are written, never read, by the model that gave them. A part of a large
    // upload is decrypted when the upload is completed.
    Serving: { roles: roles.serving, services: ["s3"], access: "encrypt-and-decrypt" },
    // SageMaker asks whoever makes a notebook or a feature group for a grant.
    Deployment: { roles: [deploymentRoleArn(scope)], services: ["sagemaker"], access: "none", grants: true },
    ...backupKeyUses(scope),
  });
}

/** The model key: only the roles that serve can decrypt an artifact; a release can but encrypt. */
export function modelKeyUses(scope: Scope, team: Team): KeyUses {
  const deployment = [deploymentRoleArn(scope)];
  return withRoles({
    Serving: { roles: teamRoleArns(scope, team).serving, services: ["s3"], access: "decrypt", grants: true },
    // SageMaker asks whoever makes an endpoint for a grant on the key of its volumes.
    Release: { roles: deployment, services: ["s3"], access: "encrypt", grants: true },
    ...backupKeyUses(scope),
  });
}

/** The key of secrets: whoever reads or rotates them, and the deployment, which sets the first value. */
export function secretKeyUses(scope: Scope, team: Team): KeyUses {
  return withRoles({
    Readers: {
      roles: teamRoleArns(scope, team).secretReader,
      services: ["secretsmanager"],
      access: "decrypt",
    },
    Rotation: {
      roles: [rotationRoleArn(scope), deploymentRoleArn(scope)],
      services: ["secretsmanager"],
      access: "encrypt-and-decrypt",
    },
  });
}

/** A statement without roles would match nobody, but AWS refuses its empty condition. */
function withRoles(uses: KeyUses): KeyUses {
  return Object.fromEntries(Object.entries(uses).filter(([, use]) => use.roles.length > 0));
}
