import type { Control, PackSettings } from "../contract/control";
import type { RawResource } from "../contract/subject";
import type { ExceptionFile } from "../exceptions/record";
import { type Review, reviewExceptions } from "../exceptions/review";

/** The exceptions that count for a resource's stack, on a day. */
export type Reviewer = (raw: Pick<RawResource, "urn">, now: Date) => Review;

export function reviewerOf(
  file: ExceptionFile,
  controls: readonly Control[],
  settings: PackSettings,
): Reviewer {
  return (raw, now) => reviewExceptions(file, controls, settings, raw, now);
}
