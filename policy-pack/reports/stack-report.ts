import { blocks, type Report, type ReportedRemediation } from "../contract/report";

/** What is wrong with what a person wrote, so that the stack could not be judged. */
export interface InputProblem {
  /** Where in the file, as a path: `mlplatform:teams.fraud.networkSlot`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
}

/** How many resources one top-level component has, and in which accounts. */
export interface ComponentCount {
  /** The component in words: `team-workspace fraud`. */
  readonly component: string;
  readonly resources: number;
  readonly accounts: readonly string[];
}

/** All that is known of one stack. The offline check and a run of the engine both come to this shape. */
export interface StackReport extends Report {
  readonly stack: string;
  /** When there are any, nothing was judged, and the rest is empty. */
  readonly problems: readonly InputProblem[];
  /** What the pack mended before it judged. Default: nothing, as long as the configuration asks for nothing. */
  readonly remediated?: readonly ReportedRemediation[];
  /** What the stack consists of, where whoever judged it knows. */
  readonly components?: readonly ComponentCount[];
}

/** Where in a file of the repository a resource comes from. */
export interface Place {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Finds where a resource of a stack comes from; undefined when no file can be named. */
export type Locate = (stack: string, urn: string) => Place | undefined;

/** What a report says in one word. */
export type Outcome = "clean" | "blocked" | "bad input";

/** The outcome of several stacks together: bad input before blocked, blocked before clean. */
export function outcomeOf(stacks: readonly Pick<StackReport, "problems" | "violations">[]): Outcome {
  if (stacks.some((stack) => stack.problems.length > 0)) return "bad input";
  return stacks.some(blocks) ? "blocked" : "clean";
}

/** The report of a stack that could not be judged. */
export function unjudged(stack: string, problems: readonly InputProblem[]): StackReport {
  const controls = { judged: [], notApplicable: [], disabled: [] };
  return { stack, problems, violations: [], deferred: [], exceptionsUsed: [], controls, resources: 0 };
}
