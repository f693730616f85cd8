import { PROJECT_FILE, projectConfig } from "./files/project-file";
import { stackConfig, stackFile } from "./files/stack-file";
import type { Problem } from "./problem";
import { unknownStack } from "./stacks";
import { validate, type Validated } from "./validate";
import { locatorOf, type Locator } from "./yaml/positions";
import { parseYaml, readYaml } from "./yaml/read-yaml";

/** What the files say for a stack. */
export interface LoadedStack {
  /** The values of this project's own keys, by full key, as the engine would hand them to the program. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Finds where a path is written. */
  readonly locate: Locator;
  /** What is wrong with the files themselves. */
  readonly problems: readonly Problem[];
  /** Whether both files could be read and hold settings. When not, the values are incomplete. */
  readonly readable: boolean;
}

/**
 * Reads Pulumi.yaml and a stack's file, and merges them as the engine does: a key of the stack's file
 * replaces that of the project as a whole. Never throws.
 * @param root The folder of the project.
 * @param edited The text of the stack's file, when it is to be judged before it is written.
 */
export function loadStack(root: string, stack: string, edited?: string): LoadedStack {
  const unknown = unknownStack(stack);
  if (unknown !== undefined)
    return { values: {}, locate: () => undefined, problems: [unknown], readable: false };

  const file = stackFile(stack);
  const [projectContent, stackContent] = [
    readYaml(root, PROJECT_FILE),
    edited === undefined ? readYaml(root, file) : parseYaml(edited, file),
  ];
  if (projectContent.value === undefined || stackContent.value === undefined) {
    const problems = [...projectContent.problems, ...stackContent.problems];
    return { values: {}, locate: () => undefined, problems, readable: false };
  }

  const [project, own] = [projectConfig(projectContent), stackConfig(stackContent, file)];
  return {
    values: { ...project.values, ...own.values },
    locate: locatorOf(new Map([...project.positions, ...own.positions])),
    problems: [...project.problems, ...own.problems],
    readable: own.positions.has("config"),
  };
}

/**
 * Reads a stack's files and judges them. Never throws, and never reads anything else.
 * @param root The folder of the project.
 * @param edited The text of the stack's file, when it is to be judged before it is written.
 * @returns The settings, or every problem with its file and line, in the order of the files. Of a file that
 *   is not YAML only that is told, because anything else would follow from it.
 */
export function loadAndValidate(root: string, stack: string, edited?: string): Validated {
  const { values, locate, problems, readable } = loadStack(root, stack, edited);
  if (!readable) return { ok: false, problems };

  const validated = validate(stack, values);
  if (validated.ok && problems.length === 0) return validated;
  // What is written nowhere belongs into one of the files.
  const placeOf = (path: string) =>
    path.startsWith("mlplatform:company")
      ? { file: PROJECT_FILE }
      : (locate("config") ?? { file: stackFile(stack) });
  const told = new Set(problems.map(({ path }) => path));
  const meant = (validated.ok ? [] : validated.problems)
    .filter(({ path }) => !told.has(path))
    .map((problem) => ({ ...problem, ...(locate(problem.path) ?? placeOf(problem.path)) }));
  return { ok: false, problems: inOrder([...problems, ...meant]) };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const rank = ({ file }: Problem) => (file === PROJECT_FILE ? 0 : 1);
  return [...problems].sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
}
