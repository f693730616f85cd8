import { type Finding, type Graph, judgeValue, type Node, type Tier } from "../../core";
import { isLogDestination, logDestinations } from "../audit/log-destinations";
import { FEWEST_DAYS } from "../logging/log-retention-minimum";
import { isLogTarget } from "./buckets";

/** Days in which an overwritten or deleted object can be brought back, at least. */
const OLD_VERSIONS: Readonly<Record<Tier, number>> = { dev: 1, staging: 7, prod: 30 };

/** Days that logs of another stack are kept, at least: those of dev, since it cannot be told whose they are. */
const LOGS_OF_OTHERS = 30;

/** Findings for rules of a bucket's lifecycle by which old versions, or logs, are gone too soon. */
export function judgeDays(graph: Graph, bucket: Node, lifecycle: Node, tier: Tier): readonly Finding[] {
  const rules = lifecycle.properties.list("rules");
  if (rules.state !== "known") return [];
  const fewest = { old: OLD_VERSIONS[tier], logs: daysOfLogs(graph, bucket, tier) };
  return rules.value.flatMap(({ path, properties }) => {
    const status = properties.get("status");
    if (status.state === "known" && status.value !== "Enabled") return [];
    const atLeast = (name: string, days: number) =>
      judgeValue(
        lifecycle,
        `${path}.${name}`,
        properties.get(name),
        (value) => Number(value) >= days,
        `${days} or more`,
        { unset: true },
      );
    return [
      ...atLeast("noncurrentVersionExpiration.noncurrentDays", fewest.old),
      ...(fewest.logs === undefined ? [] : atLeast("expiration.days", fewest.logs)),
    ];
  });
}

function daysOfLogs(graph: Graph, bucket: Node, tier: Tier): number | undefined {
  if (isLogTarget(graph, bucket) || logDestinations(graph).includes(bucket)) return FEWEST_DAYS[tier];
  return isLogDestination(graph, bucket) ? LOGS_OF_OTHERS : undefined;
}
