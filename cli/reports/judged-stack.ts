import type { StackReport } from "../../policy-pack/reports/stack-report";
import { ownership, type OwnedResource } from "./ownership";

/** What was found out about one stack, and the resources that it was found out about. */
export interface JudgedStack {
  readonly report: StackReport;
  readonly resources: readonly OwnedResource[];
}

/** The report with what the stack consists of, by component. */
export function reportWithComponents({ report, resources }: JudgedStack): StackReport {
  return { ...report, components: ownership(resources) };
}
