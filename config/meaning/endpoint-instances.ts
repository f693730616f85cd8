import type { Draft } from "../draft";
import { formatPath } from "../path";
import { postureOf } from "../posture";
import type { Problem } from "../problem";

/** Behind every endpoint are at least as many instances as the tier asks for. */
export function endpointInstances({ stack, teams }: Draft): Problem[] {
  const least = postureOf(stack).endpointInstances;
  return Object.entries(teams).flatMap(([name, team]) =>
    Object.entries(team.models).flatMap(([model, { instanceCount }]) => {
      if (instanceCount >= least) return [];
      return [
        {
          path: formatPath(["mlplatform:teams", name, "models", model, "instanceCount"]),
          found: `the number ${instanceCount}`,
          expected: `at least ${least} in ${stack}, so that the endpoint survives the loss of a zone`,
          fix: `Write "instanceCount: ${least}" or more.`,
        },
      ];
    }),
  );
}
