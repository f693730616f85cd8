import type { Finding, Verdict } from "../core";

/** The findings of every item; not applicable when there is none to judge. */
export function judgeEach<T>(items: readonly T[], judge: (item: T) => readonly Finding[]): Verdict {
  return items.length === 0 ? "not-applicable" : items.flatMap(judge);
}
