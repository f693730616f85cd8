import { parseModelPackage, type Team } from "../../../config";
import type { Scope } from "../../secure";

/** What a model is made of: an image and an artifact, or a version in the team's registry. */
export type ModelSource =
  | { readonly kind: "artifact"; readonly image: string; readonly artifact: string }
  | {
      readonly kind: "package";
      readonly modelPackage: string;
      /** What the version's artifact lies below, in the team's model bucket: the group's name in the config. */
      readonly artifactPrefix: string;
    };

/** A model made of nothing, of both, or of what its tier does not serve: the config should have refused it. */
export class ModelSourceError extends Error {}

/**
 * What one of the scope's models is made of.
 * @throws ModelSourceError when the config should have refused it.
 */
export function modelSource(scope: Scope, model: Team["models"][string]): ModelSource {
  const { image, artifact, modelPackage } = model;
  if (modelPackage !== undefined && image === undefined && artifact === undefined) {
    return { kind: "package", modelPackage, artifactPrefix: groupOf(scope, modelPackage) };
  }
  if (scope.posture.servedModels === "registered") {
    throw new ModelSourceError(`In ${scope.environment} only models of the registry are served.`);
  }
  if (image === undefined || artifact === undefined || modelPackage !== undefined) {
    throw new ModelSourceError("A model is made of an image and an artifact, or of a model package.");
  }
  return { kind: "artifact", image, artifact };
}

function groupOf(scope: Scope, modelPackage: string): string {
  const prefix = `${scope.company.name}-${scope.environment}-${scope.owner}-`;
  const { group, account } = parseModelPackage(modelPackage) ?? {};
  if (group?.startsWith(prefix) !== true || account !== scope.account.id) {
    throw new ModelSourceError(`"${modelPackage}" is no version of the registry of ${scope.owner}.`);
  }
  return group.slice(prefix.length);
}
