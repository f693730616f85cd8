import type { Graph, Node } from "../../core";
import { isFalse, isTrue } from "../../core";
import { accountOf } from "../../iam/account";

export const TRAIL = "aws:cloudtrail/trail:Trail";

/** Whether a trail records the accounts of the whole organization. */
export function isOrganizationTrail(trail: Node): boolean {
  const value = trail.properties.get("isOrganizationTrail");
  return value.state === "known" && isTrue(value.value);
}

/** The trails that record what happens in a resource's account: its own, and the organization's. */
export function trailsReaching(graph: Graph, node: Node): readonly Node[] {
  return graph
    .byType(TRAIL)
    .filter((trail) => isOrganizationTrail(trail) || accountOf(trail) === accountOf(node));
}

/**
 * Whether a trail records all management events: by default, or as its selectors say. Unknown selectors may. Those of KMS
 * and of the RDS Data API can be left out, and are not all then.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
 * https://docs.aws.amazon.com/config/latest/developerguide/multi-region-cloudtrail-enabled.html
 */
export function recordsManagement(trail: Node): boolean {
  const advanced = trail.properties.list("advancedEventSelectors");
  if (advanced.state === "unknown") return true;
  if (advanced.state === "known" && advanced.value.length > 0) {
    return advanced.value.some(({ properties }) => {
      const fields = properties.list("fieldSelectors");
      // Every further field leaves some of the events out.
      return (
        fields.state !== "known" ||
        fields.value.every((field) => isOnField(field.properties, "eventCategory", "Management"))
      );
    });
  }
  const basic = trail.properties.list("eventSelectors");
  if (basic.state !== "known" || basic.value.length === 0) return true;
  return basic.value.some(({ properties }) => {
    const management = properties.get("includeManagementEvents");
    const kind = properties.get("readWriteType");
    const isAll = kind.state !== "known" || kind.value === "All";
    const excluded = properties.list("excludeManagementEventSources");
    const isWhole = !(excluded.state === "known" && excluded.value.length > 0);
    return isAll && isWhole && !(management.state === "known" && isFalse(management.value));
  });
}

/** Whether a field selector demands a value of a field. */
export function isOnField(field: Node["properties"], name: string, value: string): boolean {
  const own = field.get("field");
  const equals = field.list("equals");
  return (
    own.state === "known" &&
    own.value === name &&
    equals.state === "known" &&
    equals.value.some((one) => one.value.state === "known" && one.value.value === value)
  );
}
