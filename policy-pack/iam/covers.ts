import { remembering, rememberingFor } from "../core/remembering";
import type { Field } from "./field";
import type { Statement } from "./statement";
import { coversAction } from "./wildcard";

/** Whether a statement is about an action: by its name, a pattern, or as not one of those left out. */
export function covers({ actions, notActions }: Statement, action: string): boolean {
  return notActions.present ? !someCovers(notActions, action) : someCovers(actions, action);
}

/** Whether one of a statement's actions is an action, or a pattern that covers it. */
export function someCovers(actions: Field, action: string): boolean {
  return coverageOf(actions)(action);
}

/**
 * Hundreds of actions are looked for in each statement. Most are named in full, without regard to their case, and those
 * are found at once; patterns are tried one after the other.
 */
const coverageOf = rememberingFor(({ values }: Field): ((action: string) => boolean) => {
  const texts = values.map(({ value }) => value);
  const patterns = texts.filter((text) => !IN_FULL.test(text));
  const inFull = new Set(texts.filter((text) => IN_FULL.test(text)).map(lowered));
  return (action) => inFull.has(lowered(action)) || patterns.some((pattern) => coversAction(pattern, action));
});

const IN_FULL = /^[\w:-]*$/;

const lowered = remembering((text) => text.toLowerCase());
