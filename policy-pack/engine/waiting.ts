import type { ReportedDeferral } from "../contract/report";

/** How many judgements of a run wait until `up`, in a sentence; undefined when none does. */
export function waitingInWords(deferrals: readonly ReportedDeferral[]): string | undefined {
  const all = deferrals.length;
  if (all === 0) return undefined;
  const blocking = deferrals.filter(({ level }) => level === "mandatory").length;
  const judgements = all === 1 ? "1 judgement waits" : `${all} judgements wait`;
  return `policies: ${judgements} for \`up\`, where ${blocking} of them can block: the values are not known before.`;
}
