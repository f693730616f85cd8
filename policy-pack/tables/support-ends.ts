import table from "./support-end-dates.json";

/** Services whose versions go out of support. */
export type Versioned = keyof typeof table;

/**
 * The last day on which AWS supports a version, `2027-04-30`; undefined while the table names none: a version that is
 * newer than the table, or whose end AWS has not settled.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html (end of standard support)
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html (end of standard support)
 */
export function supportEnds(service: Versioned, version: string): string | undefined {
  const ends: Readonly<Record<string, string>> = table[service];
  return Object.hasOwn(ends, version) ? ends[version] : undefined;
}

/** Whether a version is older than all that the table names of its service: it was dropped before. */
export function isBeforeTable(service: Versioned, version: string): boolean {
  const own = parts(version);
  const known = Object.keys(table[service])
    .map(parts)
    .filter(({ family }) => family === own.family);
  return (
    known.length > 0 &&
    known.every((one) => one.major > own.major || (one.major === own.major && one.minor > own.minor))
  );
}

/** `Elasticsearch_7.10` and `1.31` by family, major and minor. */
function parts(version: string): { readonly family: string; readonly major: number; readonly minor: number } {
  const match = /^(.*?)(\d+)\.(\d+)/.exec(version);
  return { family: match?.[1] ?? version, major: Number(match?.[2] ?? 0), minor: Number(match?.[3] ?? 0) };
}
