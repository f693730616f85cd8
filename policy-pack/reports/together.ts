import type { ReportedViolation } from "../contract/report";
import { inOrder } from "../core/report";
import { usedExceptions } from "./used-exceptions";
import type { StackReport } from "./stack-report";

/** Two views' violations, each once: what was known when the second was found is said in the words of the first. */
export function together(
  known: readonly ReportedViolation[],
  preview: readonly ReportedViolation[],
): readonly ReportedViolation[] {
  const identity = ({ control, urn, property, finding }: ReportedViolation) =>
    [control, urn, property, finding ?? ""].join("\n");
  const seen = new Set(known.map(identity));
  return [...known, ...preview.filter((violation) => !seen.has(identity(violation)))];
}

/**
 * The report of an update and of the preview before it. What the preview left to `up` has been judged by then, if the
 * update came to its end.
 */
export function afterUpdate(preview: StackReport, update: StackReport, ended: boolean): StackReport {
  const violations = inOrder(together(update.violations, preview.violations));
  const remediated = update.remediated ?? preview.remediated;
  const isJudged = (name: string) => [preview, update].some(({ controls }) => controls.judged.includes(name));
  const { judged, notApplicable, disabled } = preview.controls;
  return {
    ...preview,
    violations,
    deferred: ended ? update.deferred : preview.deferred,
    exceptionsUsed: usedExceptions(violations),
    ...(remediated === undefined ? {} : { remediated }),
    controls: {
      judged: [...judged, ...[...notApplicable, ...disabled].filter(isJudged)],
      notApplicable: notApplicable.filter((name) => !isJudged(name)),
      disabled: disabled.filter((name) => !isJudged(name)),
    },
  };
}
