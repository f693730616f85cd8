import { type Finding, type Graph, isFalse, judgeValue, type Node, type Tier } from "../../core";
import { isLogDestination, logDestinations } from "../audit/log-destinations";
import { lockedDays } from "../audit/object-lock";
import { FEWEST_DAYS } from "../logging/log-retention-minimum";
import { isLogTarget } from "./buckets";

/** Days in which an overwritten or deleted object can be brought back, at least. */
const OLD_VERSIONS: Readonly<Record<Tier, number>> = { dev: 1, staging: 7, prod: 30 };

/**
 * Days that logs of another stack are kept, at least: those of dev, since it cannot be told whose they are. Where the
 * bucket locks them, it is told how long they are meant to stay.
 */
const LOGS_OF_OTHERS = 30;

/** How rules call these days, in a resource of their own, and inline in either type of bucket. */
const OLD = [
  "noncurrentVersionExpiration.noncurrentDays",
  "noncurrentVersionExpiration.days",
  "noncurrentVersionExpirations[0].days",
];
const EXPIRED = ["expiration.days", "expirations[0].days"];

/**
 * Findings for rules of a bucket's lifecycle by which old versions, or logs, are gone too soon.
 * @param lifecycle The resource that holds the rules: a configuration, or the bucket itself.
 */
export function judgeDays(graph: Graph, bucket: Node, lifecycle: Node, tier: Tier): readonly Finding[] {
  const rules = lifecycle.properties.list(lifecycle === bucket ? "lifecycleRules" : "rules");
  if (rules.state !== "known") return [];
  const fewest = { old: OLD_VERSIONS[tier], logs: daysOfLogs(graph, bucket, tier) };
  return rules.value.flatMap(({ path, properties }) => {
    if (isOff(properties)) return [];
    const atLeast = (names: readonly string[], days: number) =>
      names.flatMap((name) =>
        judgeValue(
          lifecycle,
          `${path}.${name}`,
          properties.get(name),
          (value) => Number(value) >= days,
          `${days} or more`,
          { unset: true },
        ),
      );
    return [...atLeast(OLD, fewest.old), ...(fewest.logs === undefined ? [] : atLeast(EXPIRED, fewest.logs))];
  });
}

function isOff(rule: Node["properties"]): boolean {
  const [status, enabled] = [rule.get("status"), rule.get("enabled")];
  return (
    (status.state === "known" && status.value !== "Enabled") ||
    (enabled.state === "known" && isFalse(enabled.value))
  );
}

function daysOfLogs(graph: Graph, bucket: Node, tier: Tier): number | undefined {
  if (isLogTarget(graph, bucket)) return FEWEST_DAYS[tier];
  if (!isLogDestination(graph, bucket)) return undefined;
  const least = logDestinations(graph).includes(bucket) ? FEWEST_DAYS[tier] : LOGS_OF_OTHERS;
  return Math.max(least, lockedDays(graph, bucket));
}
