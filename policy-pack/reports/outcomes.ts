import type { Control } from "../contract/control";
import { isAdvice, isBlocking } from "./by-control";
import { FRAMEWORKS } from "./rules";
import type { StackReport } from "./stack-report";

/** What came of a control, or of a requirement, the worst first. */
export const OUTCOMES = ["blocks", "advice", "excepted", "kept", "nothing to judge", "off"] as const;
export type ControlOutcome = (typeof OUTCOMES)[number];

/** What came of a control in one stack; undefined where the stack was not judged by it at all. */
export function outcomeIn(
  { violations, controls }: StackReport,
  control: string,
): ControlOutcome | undefined {
  const own = violations.filter((one) => one.control === control);
  if (own.some(isBlocking)) return "blocks";
  if (own.some(isAdvice)) return "advice";
  if (own.length > 0) return "excepted";
  if (controls.judged.includes(control)) return "kept";
  if (controls.notApplicable.includes(control)) return "nothing to judge";
  return controls.disabled.includes(control) ? "off" : undefined;
}

/** The worst of several outcomes; undefined of none. */
export function worst(outcomes: readonly (ControlOutcome | undefined)[]): ControlOutcome | undefined {
  return OUTCOMES.find((outcome) => outcomes.includes(outcome));
}

/** One requirement of a framework, and what came of the controls that support it. */
export interface RequirementOutcome {
  readonly requirement: string;
  readonly controls: readonly { readonly name: string; readonly outcome: ControlOutcome | undefined }[];
  /** The worst of its controls; undefined when none of them judged. */
  readonly outcome: ControlOutcome | undefined;
}

/** A framework's requirements that the pack supports, in order. */
export interface FrameworkOutcome {
  readonly title: string;
  readonly requirements: readonly RequirementOutcome[];
}

/** What came of each framework's requirements in the stacks that were judged. */
export function frameworkOutcomes(
  controls: readonly Control[],
  stacks: readonly StackReport[],
): readonly FrameworkOutcome[] {
  const outcomeOf = new Map(
    controls.map(({ name }) => [name, worst(stacks.map((stack) => outcomeIn(stack, name)))]),
  );
  return FRAMEWORKS.map(({ key, title }) => ({
    title,
    requirements: [...controlsByRequirement(controls, key)].map(([requirement, names]) => {
      const own = names.map((name) => ({ name, outcome: outcomeOf.get(name) }));
      return { requirement, controls: own, outcome: worst(own.map(({ outcome }) => outcome)) };
    }),
  }));
}

/** The names of the controls that support each requirement of a framework, requirements in their natural order. */
export function controlsByRequirement(
  controls: readonly Control[],
  framework: (typeof FRAMEWORKS)[number]["key"],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, frameworks } of controls) {
    for (const requirement of frameworks[framework] ?? [])
      names.set(requirement, [...(names.get(requirement) ?? []), name]);
  }
  return new Map([...names].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true })));
}
