import { found } from "./found";
import type { Problem } from "./problem";
import { projectConfig } from "./project-config";
import { unknownKey } from "./shape/check-shape";
import { validate, type Validated } from "./validate";
import { locatorOf, type Locator } from "./yaml/positions";
import { readYaml } from "./yaml/read-yaml";

/** What the files say for a stack. */
export interface LoadedStack {
  /** The values of this project's own keys, by full key, as the engine would hand them to the program. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where a path is written. */
  readonly locate: Locator;
  /** What is wrong with the files themselves. */
  readonly problems: readonly Problem[];
}

/** What may stand beside `config:` in a stack file: https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/ */
const STACK_FILE_KEYS = ["config", "environment", "secretsprovider", "encryptedkey", "encryptionsalt"];

const PROJECT_FILE = "Pulumi.yaml";
const NAMESPACE = "mlplatform";

export const stackFile = (stack: string): string => `Pulumi.${stack}.yaml`;

/**
 * Reads Pulumi.yaml and a stack's file, and merges them as the engine does: a key of the stack's file
 * replaces that of the project as a whole.
 * @param root The folder of the project.
 */
export function loadStack(root: string, stack: string): LoadedStack {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(stack))
    return { values: {}, locate: () => undefined, problems: [badName(stack)] };
  const project = projectConfig(readYaml(root, PROJECT_FILE), PROJECT_FILE, NAMESPACE);
  const file = stackFile(stack);
  const own = readYaml(root, file);
  const problems = [
    ...project.problems,
    ...own.problems,
    ...(own.problems.length > 0 ? [] : fileShape(own.value, file)),
  ];

  const config = isMapping(own.value) && isMapping(own.value["config"]) ? own.value["config"] : {};
  const ours = Object.entries(config).filter(([key]) => key.startsWith(`${NAMESPACE}:`));
  const positions = new Map(project.positions);
  for (const [path, position] of own.positions) positions.set(path.replace(/^config\./, ""), position);
  return {
    values: { ...project.values, ...Object.fromEntries(ours) },
    locate: locatorOf(positions),
    problems,
  };
}

/**
 * Reads a stack's files and judges them.
 * @returns The settings, or every problem with its file and line. When a file cannot be read as YAML, only
 *   that is told: anything else would follow from it.
 */
export function loadAndValidate(root: string, stack: string): Validated {
  const { values, locate, problems } = loadStack(root, stack);
  const unreadable = problems.some((problem) => problem.file === problem.path);
  if (unreadable) return { ok: false, problems };

  const validated = validate(stack, values);
  if (validated.ok && problems.length === 0) return validated;
  const meant = validated.ok ? [] : validated.problems;
  return {
    ok: false,
    problems: [...problems, ...meant.map((problem) => ({ ...problem, ...locate(problem.path) }))],
  };
}

function fileShape(value: unknown, file: string): Problem[] {
  if (!isMapping(value))
    return [
      { path: "config", found: found(value), expected: "a mapping", fix: 'Write "config:".', file, line: 1 },
    ];
  const unknown = Object.keys(value).filter((key) => !STACK_FILE_KEYS.includes(key));
  const problems = unknown.map((key) => ({ ...unknownKey([key], key, STACK_FILE_KEYS), file }));
  const config = value["config"];
  if (!isMapping(config))
    return [
      ...problems,
      {
        path: "config",
        found: found(config),
        expected: "a mapping",
        fix: 'Write the settings under "config:".',
        file,
      },
    ];
  return [
    ...problems,
    ...Object.keys(config)
      .filter((key) => !key.includes(":"))
      .map((key) => noNamespace(key, file)),
  ];
}

const noNamespace = (key: string, file: string): Problem => ({
  path: `config.${key}`,
  found: `the key ${found(key)}`,
  expected: "a key with a namespace",
  fix: `Write "${NAMESPACE}:${key.slice(0, 40)}".`,
  file,
});

const badName = (stack: string): Problem => ({
  path: "stack",
  found: found(stack),
  expected: "org, dev, staging or prod",
  fix: "Select one of these stacks.",
});

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
