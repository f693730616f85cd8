import type { Draft } from "../draft";
import { found } from "../found";
import type { Problem } from "../problem";

/** The tier is the stack's name: nobody gets the rules of dev under the name of prod. */
export function tierIsStack({ stack, environment }: Draft): Problem[] {
  if (environment === undefined || environment.tier === stack) return [];
  return [
    {
      path: "mlplatform:environment.tier",
      found: found(environment.tier),
      expected: `the stack's name, "${stack}"`,
      fix: `Write "tier: ${stack}", or use the stack file of ${environment.tier}.`,
    },
  ];
}
