import type { State } from "../state";

/** How the state marks a secret: https://github.com/pulumi/pulumi/blob/v3.256.0/sdk/go/common/resource/sig/sig.go */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** What is shown instead of a secret. */
export const MASK = "[secret]";

/** The outputs of a stack, secrets masked. */
export function outputsOf(state: State): Readonly<Record<string, unknown>> {
  const stack = state.resources.find((resource) => resource.type === "pulumi:pulumi:Stack");
  return (masked(stack?.outputs ?? {}) as Record<string, unknown> | undefined) ?? {};
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== "object" || value === null) return value;
  if (Object.hasOwn(value, SIGNATURE)) return MASK;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, masked(part)]));
}

/** Outputs as lines of `path  value`, nested ones by dotted path. */
export function outputLines(outputs: Readonly<Record<string, unknown>>): readonly string[] {
  const rows = Object.entries(outputs).flatMap(([key, value]) => flat(key, value));
  const width = Math.max(0, ...rows.map(([path]) => path.length));
  return rows.map(([path, value]) => `${path.padEnd(width)}  ${value}`);
}

function flat(path: string, value: unknown): (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  const parts = Object.entries(value);
  return parts.length === 0
    ? [[path, "(none)"]]
    : parts.flatMap(([key, part]) => flat(`${path}.${key}`, part));
}
