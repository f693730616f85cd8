import type { Draft } from "../draft";
import { oneOf } from "../found";
import { formatPath } from "../path";
import { POSTURES, postureOf } from "../posture";
import type { Problem } from "../problem";

/** A team holds only data of the classes that the tier allows. */
export function dataClassification({ stack, teams }: Draft): Problem[] {
  const allowed = postureOf(stack).dataClassifications;
  return Object.entries(teams).flatMap(([name, team]) => {
    if (allowed.includes(team.dataClassification)) return [];
    const home = Object.values(POSTURES).find((posture) =>
      posture.dataClassifications.includes(team.dataClassification),
    );
    return [
      {
        path: formatPath(["mlplatform:teams", name, "dataClassification"]),
        found: `"${team.dataClassification}"`,
        expected: `${oneOf(allowed)} in ${stack}`,
        fix: `Use ${allowed.includes("internal") ? "less sensitive" : "synthetic"} data here, or have the team work in ${home?.tier ?? "prod"}.`,
      },
    ];
  });
}
