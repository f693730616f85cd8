import type { StackReport } from "./stack-report";

/** The whole result as plain data, for machines: one entry a stack, in the order in which they were judged. */
export interface JsonReport<T extends StackReport = StackReport> {
  readonly version: 1;
  readonly stacks: readonly T[];
}

/** @param stacks The reports, which may carry more than is asked for here. */
export function jsonReport<T extends StackReport>(stacks: readonly T[]): JsonReport<T> {
  return { version: 1, stacks };
}
