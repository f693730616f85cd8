import { found } from "../found";
import { isMapping } from "../mapping";
import { formatPath } from "../path";
import type { Problem } from "../problem";
import type { PlainValues } from "../yaml/plain-values";
import type { Position } from "../yaml/positions";
import { type ConfigValues, NAMESPACE } from "./config-values";

export const PROJECT_FILE = "Pulumi.yaml";

/**
 * What Pulumi.yaml gives to every stack, with the engine's wrappers taken off. As in the engine, a key
 * without a namespace is the project's, its value stands under `value:` or `default:`, and the default wins
 * where both are given: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/config.go
 */
export function projectConfig(project: PlainValues): ConfigValues {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const written = new Map<string, string>();
  for (const [name, wrapped] of Object.entries(configOf(project.value))) {
    const key = name.includes(":") ? name : `${NAMESPACE}:${name}`;
    if (!key.startsWith(`${NAMESPACE}:`)) continue;
    const wrapper = wrapperOf(wrapped);
    if (!isMapping(wrapped) || wrapper === undefined) {
      const position = project.positions.get(formatPath(["config", name])) ?? { file: PROJECT_FILE };
      problems.push({ ...unwrappedValue(key, wrapped), ...position });
      continue;
    }
    values[key] = wrapped[wrapper];
    written.set(formatPath(["config", name, wrapper]), key);
  }
  const faults = project.problems.map((problem) => ({
    ...problem,
    path: renamed(problem.path, written) ?? problem.path,
  }));
  return { values, positions: unwrap(project.positions, written), problems: [...faults, ...problems] };
}

function wrapperOf(wrapped: unknown): "default" | "value" | undefined {
  if (!isMapping(wrapped)) return undefined;
  return (["default", "value"] as const).find((name) => Object.hasOwn(wrapped, name));
}

const unwrappedValue = (key: string, value: unknown): Problem => ({
  path: key,
  found: found(value),
  expected: 'a mapping with the key "value"',
  fix: 'Write the settings under "value:".',
});

function unwrap(
  positions: ReadonlyMap<string, Position>,
  written: ReadonlyMap<string, string>,
): Map<string, Position> {
  const renamedPaths = [...positions].map(([path, position]) => [renamed(path, written), position] as const);
  return new Map(renamedPaths.filter((entry): entry is [string, Position] => entry[0] !== undefined));
}

/** `config.mlplatform:company.value.name` → `mlplatform:company.name` */
function renamed(path: string, written: ReadonlyMap<string, string>): string | undefined {
  for (const [prefix, key] of written) if (path.startsWith(prefix)) return key + path.slice(prefix.length);
  return undefined;
}

function configOf(value: unknown): Record<string, unknown> {
  return isMapping(value) && isMapping(value["config"]) ? value["config"] : {};
}
