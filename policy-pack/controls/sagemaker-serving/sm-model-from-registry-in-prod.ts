import { deferred, isText, judgeValue, type ResourceControl, violation } from "../../core";
import { containersOf, MODEL } from "./containers";

export const smModelFromRegistryInProd: ResourceControl = {
  kind: "resource",
  name: "sm-model-from-registry-in-prod",
  description: "In prod every model is made from a package of the model registry.",
  severity: "high",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "A package is approved and says from which data and code it was made; a bare artifact is a file that somebody copied.",
  fix: {
    text: "Register the model, have it approved, and name the package instead of image and artifact.",
    code: `primaryContainer: { modelPackageName: approvedPackageArn },`,
  },
  frameworks: { nist: ["CM-3", "SI-7"] },
  types: [MODEL],
  check: (subject) => {
    const { known, unknown } = containersOf(subject);
    if (known.length + unknown.length === 0) {
      return [violation(subject, "primaryContainer", "not set", "a container made from a model package")];
    }
    return [
      ...known.flatMap(({ path, properties }) =>
        judgeValue(
          subject,
          `${path}.modelPackageName`,
          properties.get("modelPackageName"),
          isText,
          "a package of the model registry",
          { unknown: true },
        ),
      ),
      ...unknown.map((path) => deferred(subject, path)),
    ];
  },
};
