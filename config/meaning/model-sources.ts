import type { Draft } from "../draft";
import { found } from "../found";
import { formatPath } from "../path";
import { postureOf } from "../posture";
import type { Problem } from "../problem";
import type { Team } from "../schema/team";

type Fault = Omit<Problem, "path">;

/**
 * A model is made either of an image and an artifact or of a version in the team's registry: of one of them, whole, and
 * in a tier that serves what is registered only, of the latter.
 */
export function modelSources({ stack, teams }: Draft): Problem[] {
  const { servedModels } = postureOf(stack);
  return Object.entries(teams).flatMap(([name, team]) =>
    Object.entries(team.models).flatMap(([model, settings]) => {
      const fault = faultOf(settings, servedModels === "registered" ? stack : undefined);
      return fault === undefined
        ? []
        : [{ path: formatPath(["mlplatform:teams", name, "models", model]), ...fault }];
    }),
  );
}

function faultOf(model: Team["models"][string], registeredIn: string | undefined): Fault | undefined {
  const { image, artifact, modelPackage } = model;
  const bare = Object.entries({ image, artifact }).flatMap(([key, value]) =>
    value === undefined ? [] : [key],
  );
  if (modelPackage !== undefined) {
    if (bare.length === 0) return undefined;
    return {
      found: `"modelPackage" and ${quoted(bare)}`,
      expected: "one or the other: the package names its image and its artifact itself",
      fix: `Remove ${quoted(bare)}.`,
    };
  }
  if (registeredIn !== undefined) {
    return {
      found: bare.length === 0 ? found(undefined) : quoted(bare),
      expected: `"modelPackage" in ${registeredIn}, where only approved versions of the registry are served`,
      fix:
        'Name a group in "modelPackageGroups" and bring it up, register the model there, ' +
        `and write the version's ARN as "modelPackage"${bare.length === 0 ? "" : ` in place of ${quoted(bare)}`}.`,
    };
  }
  if (bare.length === 2) return undefined;
  const missing = ["image", "artifact"].filter((key) => !bare.includes(key));
  return {
    found: bare.length === 0 ? found(undefined) : `${quoted(bare)} alone`,
    expected: '"image" and "artifact", or "modelPackage"',
    fix: `Add ${quoted(missing)}${bare.length === 0 ? ', or "modelPackage"' : ""}.`,
  };
}

const quoted = (keys: readonly string[]) => keys.map((key) => `"${key}"`).join(" and ");
