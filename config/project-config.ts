import { found } from "./found";
import { formatPath } from "./path";
import type { Problem } from "./problem";
import type { PlainValues } from "./yaml/plain-values";
import type { Position } from "./yaml/positions";

/** What Pulumi.yaml gives to every stack, with the wrappers of the engine taken off. */
export interface ProjectConfig {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly problems: readonly Problem[];
}

/**
 * The project's own keys. As in the engine, a key without a namespace is the project's, its value stands
 * under `value:` or `default:`, and the default wins where both are given.
 */
export function projectConfig(project: PlainValues, file: string, namespace: string): ProjectConfig {
  const problems = [...project.problems];
  const values: Record<string, unknown> = {};
  const names = new Map<string, string>();
  for (const [written, wrapped] of Object.entries(configOf(project.value))) {
    const key = written.includes(":") ? written : `${namespace}:${written}`;
    if (!key.startsWith(`${namespace}:`)) continue;
    const wrapper = isMapping(wrapped)
      ? (["default", "value"] as const).find((name) => Object.hasOwn(wrapped, name))
      : undefined;
    if (!isMapping(wrapped) || wrapper === undefined) {
      const position = project.positions.get(formatPath(["config", written])) ?? { file };
      problems.push({
        path: key,
        found: found(wrapped),
        expected: 'a mapping with "value"',
        fix: 'Write the settings under "value:".',
        ...position,
      });
      continue;
    }
    values[key] = wrapped[wrapper];
    names.set(formatPath(["config", written, wrapper]), key);
  }
  return { values, positions: unwrapped(project.positions, names), problems };
}

/** `config.mlplatform:company.value.name` → `mlplatform:company.name` */
function unwrapped(
  positions: ReadonlyMap<string, Position>,
  names: ReadonlyMap<string, string>,
): Map<string, Position> {
  const result = new Map<string, Position>();
  for (const [path, position] of positions) {
    for (const [prefix, key] of names)
      if (path.startsWith(prefix)) result.set(key + path.slice(prefix.length), position);
  }
  return result;
}

function configOf(value: unknown): Record<string, unknown> {
  return isMapping(value) && isMapping(value["config"]) ? value["config"] : {};
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
