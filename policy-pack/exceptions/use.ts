import type { Tier, Violation } from "../contract/control";
import type { ReportedDeferral, ReportedViolation } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { awaits, covers } from "./apply";
import type { Breach } from "./breach";
import { tooBroad } from "./breadth";
import type { ExceptionRecord } from "./record";
import { breachViolation, type Review } from "./review";

/** A stack once it is judged, its exceptions applied. */
export interface JudgedResources {
  readonly resources: readonly RawResource[];
  readonly violations: readonly ReportedViolation[];
  /** What has to wait: an exception that is meant for it is needed until then. */
  readonly deferred: readonly ReportedDeferral[];
  readonly tierOf: (urn: string) => Tier;
}

/**
 * What is wrong with the use of valid exceptions: one that would have to hold in prod and does not, one that covers
 * most of the stack, and one that covers nothing. Each is found at the stack.
 * @param usedBefore Ids of exceptions that were seen in use elsewhere. Default: none.
 */
export function useViolations(
  review: Review,
  judged: JudgedResources,
  stack: Pick<RawResource, "urn">,
  usedBefore: ReadonlySet<string> = new Set(),
): readonly Violation[] {
  return review.valid
    .flatMap((record) => useBreaches(record, review, judged, usedBefore))
    .map((breach) => breachViolation(stack, breach));
}

/** What is wrong with the use of one valid exception. */
export function useBreaches(
  record: ExceptionRecord,
  { lackingInProd }: Pick<Review, "lackingInProd">,
  { resources, violations, deferred, tierOf }: JudgedResources,
  usedBefore: ReadonlySet<string> = new Set(),
): readonly Breach[] {
  const byUrn = new Map(resources.map((raw) => [raw.urn, raw]));
  const meantFor = <T extends { readonly urn: string }>(
    findings: readonly T[],
    isMeant: (finding: T, raw: RawResource) => boolean,
  ) =>
    findings.filter((finding) => {
      const raw = byUrn.get(finding.urn);
      return raw !== undefined && isMeant(finding, raw);
    });
  const found = meantFor(violations, (one, raw) => covers(record, one, raw));
  const waiting = meantFor(deferred, (one, raw) => awaits(record, one, raw));
  const lacking = lackingInProd.get(record) ?? [];
  const inProd = [...found, ...waiting].find(({ urn }) => tierOf(urn) === "prod");
  if (lacking.length > 0 && inProd !== undefined) {
    const name = byUrn.get(inProd.urn)?.name ?? inProd.urn;
    return lacking.map((breach) => ({
      ...breach,
      found: `${breach.found}, and ${name} is judged as prod by its account`,
    }));
  }
  const breadth = tooBroad(record.select, resources);
  if (breadth !== undefined) {
    const { selected, all } = breadth;
    const words = `${selected} of ${all} resources of the stack`;
    return [{ record, property: "select", found: words, required: "a urn, a whole name, or a type as well" }];
  }
  const isUsed = usedBefore.has(record.id) || violations.some(({ exception }) => exception?.id === record.id);
  if (isUsed || waiting.length > 0) return [];
  return [
    {
      record,
      property: "select",
      found: "covers no violation",
      required: "an exception that is still needed: remove it",
    },
  ];
}
