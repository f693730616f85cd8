import type { Difference, ReportedRemediation } from "../contract/report";
import { differences } from "../remediation/differences";
import type { EngineEvent } from "./engine-event";

/** What remediations changed in a run of the engine, each once: an update says again what its preview said. */
export function remediationsIn(events: readonly EngineEvent[]): readonly ReportedRemediation[] {
  const all = events.flatMap(({ policyRemediationEvent: event }): readonly ReportedRemediation[] => {
    if (event === undefined) return [];
    const { policyName, resourceUrn = "", before = {}, after = {} } = event;
    return [{ remediation: policyName, urn: resourceUrn, changes: differences(before, after) }];
  });
  return [...new Map(all.map((one) => [`${one.remediation} ${one.urn}`, one])).values()];
}

/** A change in words: `colour: not set → "red"`. */
export const changeInWords = ({ property, before, after }: Difference): string =>
  `${property}: ${before} → ${after}`;
