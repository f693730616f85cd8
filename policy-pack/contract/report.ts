import type { Level, Severity, Tier } from "./control";

/** A violation as it is reported: with the control's words, the level that counts here, and any exception. */
export interface ReportedViolation {
  readonly control: string;
  readonly severity: Severity;
  /** What this violation does: tell, or block. One that an exception covers is told only. */
  readonly level: Exclude<Level, "disabled">;
  /** The tier that the resource was judged by. */
  readonly tier: Tier;
  readonly urn: string;
  readonly property: string;
  readonly found: string;
  readonly required: string;
  readonly why: string;
  readonly fix: { readonly text: string; readonly code: string };
  readonly path?: readonly string[];
  readonly finding?: string;
  /** False where no exception may be given: it has to be mended. Default: one may. */
  readonly exemptible?: false;
  /** The exception that covers it. */
  readonly exception?: UsedException;
  /** An exception that covered it and has expired, so that it does not look new. */
  readonly expiredException?: UsedException;
}

export interface UsedException {
  readonly id: string;
  readonly ticket: string;
  readonly expiresOn: string;
  /** Whole days until it expires, the last day counted; 0 on the day after, and less from then on. */
  readonly daysLeft: number;
}

/** A judgement that has to wait until a value is known, at `up`. */
export interface ReportedDeferral {
  readonly control: string;
  readonly level: Exclude<Level, "disabled">;
  readonly urn: string;
  readonly property: string;
}

/** A property before and after it was mended, as a message shows values. */
export interface Difference {
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

/** What a remediation changed in one resource. */
export interface ReportedRemediation {
  readonly remediation: string;
  readonly urn: string;
  readonly changes: readonly Difference[];
}

/** The result of judging all resources of a stack: plain JSON, in a stable order. */
export interface Report {
  readonly violations: readonly ReportedViolation[];
  readonly deferred: readonly ReportedDeferral[];
  readonly exceptionsUsed: readonly (UsedException & { readonly control: string; readonly urn: string })[];
  /** The controls by what came of them: each is in one list. */
  readonly controls: {
    readonly judged: readonly string[];
    readonly notApplicable: readonly string[];
    readonly disabled: readonly string[];
  };
  /** How many resources were judged. */
  readonly resources: number;
}

/** Whether a report blocks a deployment. */
export function blocks(report: Pick<Report, "violations">): boolean {
  return report.violations.some((violation) => violation.level === "mandatory");
}
