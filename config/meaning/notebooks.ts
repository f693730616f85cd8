import type { Draft } from "../draft";
import { oneOf } from "../found";
import { formatPath } from "../path";
import { POSTURES, postureOf } from "../posture";
import type { Problem } from "../problem";

/** Notebooks exist only where the tier has them. */
export function notebooks({ stack, teams }: Draft): Problem[] {
  if (postureOf(stack).notebooks !== "none") return [];
  const elsewhere = Object.values(POSTURES).filter((posture) => posture.notebooks !== "none");
  return Object.entries(teams).flatMap(([name, team]) =>
    Object.keys(team.notebooks).map((notebook) => ({
      path: formatPath(["mlplatform:teams", name, "notebooks", notebook]),
      found: "a notebook",
      expected: `no notebooks in ${stack}`,
      fix: `Move it to ${oneOf(elsewhere.map((posture) => posture.tier))}.`,
    })),
  );
}
