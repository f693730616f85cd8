export type Segment = string | number;

/** A path as a person reads it: `mlplatform:teams.fraud.owners[0]`, odd keys in brackets and quotes. */
export function formatPath(segments: readonly Segment[]): string {
  return segments.map(formatSegment).join("").replace(/^\./, "");
}

function formatSegment(segment: Segment): string {
  if (typeof segment === "number") return `[${segment}]`;
  return /^[\w:-]+$/.test(segment) && segment.length <= 64
    ? `.${segment}`
    : `[${JSON.stringify(segment.slice(0, 64))}]`;
}
