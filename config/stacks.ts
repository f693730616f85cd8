import { found, oneOf } from "./found";
import { nearest } from "./nearest";
import type { Problem } from "./problem";
import { TIERS } from "./schema/primitives";

/** All stacks: what the environments share, and the environments. */
export const STACKS: readonly string[] = ["org", ...TIERS];

/** The problem with a stack's name, when it is not one of the stacks. */
export function unknownStack(stack: string): Problem | undefined {
  if (STACKS.includes(stack)) return undefined;
  const meant = nearest(stack, STACKS);
  return {
    path: "stack",
    found: found(stack),
    expected: `${oneOf(STACKS)}: the tier, which decides what is allowed, is the stack's name`,
    fix: meant === undefined ? "Select one of these stacks." : `Select "${meant}".`,
  };
}
