import type { StackReport } from "./stack-report";

/** The whole result as plain data, for machines: one entry a stack, in the order in which they were judged. */
export interface JsonReport {
  readonly version: 1;
  readonly stacks: readonly StackReport[];
}

export function jsonReport(stacks: readonly StackReport[]): JsonReport {
  return { version: 1, stacks };
}
