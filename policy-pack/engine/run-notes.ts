import type { ReportedDeferral, ReportedViolation } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { awaits } from "../exceptions/apply";
import type { Review } from "../exceptions/review";

/**
 * What the policies of a run have told, for the last one of them, which sums it up. A policy is told of one resource, or
 * of all, and knows nothing of what the others found.
 */
export class RunNotes {
  private readonly deferrals: ReportedDeferral[] = [];
  private readonly exceptions = new Set<string>();

  /** Notes a violation's exception, if one covers it. */
  noteViolation({ exception }: ReportedViolation): void {
    if (exception !== undefined) this.exceptions.add(exception.id);
  }

  /** Notes a judgement that waits, and the exceptions that are meant for it. */
  noteDeferral(
    deferral: ReportedDeferral,
    raw: RawResource | undefined,
    review: Pick<Review, "valid">,
  ): void {
    this.deferrals.push(deferral);
    if (raw === undefined) return;
    for (const record of review.valid) if (awaits(record, deferral, raw)) this.exceptions.add(record.id);
  }

  /** What was noted since this was last asked: an update that follows a preview begins anew. */
  take(): { readonly deferrals: readonly ReportedDeferral[]; readonly exceptionsUsed: ReadonlySet<string> } {
    const taken = { deferrals: [...this.deferrals], exceptionsUsed: new Set(this.exceptions) };
    this.deferrals.length = 0;
    this.exceptions.clear();
    return taken;
  }
}
