import { remembering } from "./remembering";

/**
 * Splits a property path into its steps: `a.b[0].c` gives `a`, `b`, `0`, `c`. A name that holds dots is quoted:
 * `tags["team.name"]`.
 */
export const steps = remembering((path): readonly string[] =>
  [...path.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? ""),
);

/** A path and one more step: a number becomes an index, a name with a dot is quoted. */
export function join(path: string, step: string | number): string {
  if (typeof step === "number") return `${path}[${step}]`;
  if (/[.[\]]/.test(step)) return `${path}["${step}"]`;
  return path === "" ? step : `${path}.${step}`;
}

/** The input that a path starts at: `vpcConfig.subnets[0]` gives `vpcConfig`. Edges are known for inputs only. */
export const firstStep = remembering((path): string => steps(path)[0] ?? "");
