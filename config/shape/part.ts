import type { Problem } from "../problem";
import type { Shaped } from "./check-shape";

/** The value of a part whose shape is right; otherwise its problems join those of the whole. */
export function part<T>(problems: Problem[], shaped: Shaped<T>): T | undefined {
  if (shaped.ok) return shaped.value;
  problems.push(...shaped.problems);
  return undefined;
}
