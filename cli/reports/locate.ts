import { loadStack, stackFile } from "../../config";
import type { Locate } from "../../policy-pack/reports/stack-report";
import type { JudgedStack } from "./judged-stack";
import { componentsOf } from "./ownership";

/** Which key of a stack file makes a component, by the component's area. */
const KEYS: Readonly<Record<string, (name: string) => string>> = {
  "team-workspace": (name) => `mlplatform:teams.${name}`,
  "platform-core": () => "mlplatform:environment",
  organization: () => "mlplatform:organization",
};

/**
 * Finds the lines of the stack files that resources come from: a team's own for what is in its workspace,
 * otherwise that of the environment or the organization.
 */
export function locatorOf(judged: readonly JudgedStack[], root: string): Locate {
  const places = new Map(
    judged.map(({ report: { stack }, resources }) => {
      const { locate } = loadStack(root, stack);
      return [stack, { locate, components: componentsOf(resources) }] as const;
    }),
  );
  return (stack, urn) => {
    const known = places.get(stack);
    const [area = "", name = ""] = String(known?.components.get(urn) ?? "").split(" ");
    const key = Object.hasOwn(KEYS, area) ? KEYS[area]?.(name) : "config";
    return known?.locate(key ?? "config") ?? { file: stackFile(stack), line: 1 };
  };
}
