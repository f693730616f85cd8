import pc from "picocolors";
import type { ReportedRemediation } from "../../policy-pack/contract/report";
import { resourceLabel } from "../../policy-pack/core/urn";

/** What was mended in one resource, as a difference: each property with what it was and what it is set to. */
export function shownRemediation({ remediation, urn, changes }: ReportedRemediation): string {
  const lines = changes.map(
    ({ property, before, after }) => `    ${property}: ${pc.red(before)} → ${pc.green(after)}`,
  );
  return [`${pc.cyan("~")} ${pc.bold(remediation)}  ${resourceLabel(urn)}`, ...lines].join("\n");
}
