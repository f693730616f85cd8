import type { Control, PackSettings } from "../contract/control";
import type { RawResource } from "../contract/subject";
import { parseUrn } from "../core/urn";
import { dayOf } from "../exceptions/days";
import type { ExceptionFile } from "../exceptions/record";
import { type Review, reviewExceptions } from "../exceptions/review";

/** The exceptions that count for a resource's stack, on a day. */
export type Reviewer = (raw: Pick<RawResource, "urn">, now: Date) => Omit<Review, "violations">;

/** Every control asks it at every resource of a stack: it reviews the file once for a stack and a day. */
export function reviewerOf(
  file: ExceptionFile,
  controls: readonly Control[],
  settings: PackSettings,
): Reviewer {
  const reviews = new Map<string, Review>();
  return (raw, now) => {
    const key = `${parseUrn(raw.urn)?.stack ?? ""} ${dayOf(now)}`;
    const known = reviews.get(key);
    if (known !== undefined) return known;
    const fresh = reviewExceptions(file, controls, settings, raw, now);
    reviews.set(key, fresh);
    return fresh;
  };
}
