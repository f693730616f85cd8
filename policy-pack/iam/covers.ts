import type { Statement } from "./statement";
import { coversAction } from "./wildcard";

/** Whether a statement is about an action: by its name, a pattern, or as not one of those left out. */
export function covers({ actions, notActions }: Statement, action: string): boolean {
  if (notActions.present) return !notActions.values.some(({ value }) => coversAction(value, action));
  return actions.values.some(({ value }) => coversAction(value, action));
}
