import { found } from "../found";
import { isMapping } from "../mapping";
import type { Problem } from "../problem";
import { unknownKey, withoutMeant } from "../shape/check-shape";
import type { PlainValues } from "../yaml/plain-values";
import { type ConfigValues, NAMESPACE } from "./config-values";

/** https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/ */
export const STACK_FILE_KEYS: readonly string[] = [
  "config",
  "environment",
  "secretsprovider",
  "encryptedkey",
  "encryptionsalt",
];

/** The file that holds a stack's settings. */
export const stackFile = (stack: string): string => `Pulumi.${stack}.yaml`;

/** What a stack's file says. Keys of other namespaces are the providers' and the engine's affair. */
export function stackConfig(content: PlainValues, file: string): ConfigValues {
  const problems: Problem[] = [];
  const tell = (problem: Problem) =>
    problems.push({ ...problem, ...(content.positions.get(problem.path) ?? { file }) });

  const settings = isMapping(content.value) ? content.value : {};
  for (const key of Object.keys(settings)) {
    if (!STACK_FILE_KEYS.includes(key)) tell(unknownKey([key], key, STACK_FILE_KEYS));
  }
  const config = settings["config"];
  if (!isMapping(config)) tell(noConfig(config));

  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(isMapping(config) ? config : {})) {
    if (key.startsWith(`${NAMESPACE}:`)) values[key] = value;
    else if (!key.includes(":")) tell(noNamespace(key));
  }
  const positions = [...content.positions].map(([path, position]) => [shortened(path), position] as const);
  const faults = content.problems.map((problem) => ({ ...problem, path: shortened(problem.path) }));
  return { values, positions: new Map(positions), problems: withoutMeant([...faults, ...problems]) };
}

/** `config.mlplatform:teams.fraud` → `mlplatform:teams.fraud` */
const shortened = (path: string) =>
  path.startsWith(`config.${NAMESPACE}:`) ? path.slice("config.".length) : path;

const noConfig = (value: unknown): Problem => ({
  path: "config",
  found: found(value),
  expected: "a mapping",
  fix: 'Write the settings under "config:".',
});

const noNamespace = (key: string): Problem => ({
  path: `config.${key}`,
  found: `the key ${found(key)}`,
  expected: "a key with a namespace",
  fix: `Write "${NAMESPACE}:${key.slice(0, 40)}".`,
});
