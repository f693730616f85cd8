import type { Element, Node } from "../../core";
import { isOnField } from "./trails";

/** What data events are recorded of: objects of a bucket, or all of a kind. */
export interface Recorded {
  /** CloudTrail's own name of the kind: `AWS::S3::Object`. */
  readonly kind: string;
  /** The beginnings of ARNs that must be covered, from the service on; none when all of the kind must be. */
  readonly prefixes: readonly string[];
}

/**
 * Whether a trail surely records reads and writes of something; selectors that are not known yet may do so.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
export function recordsData(trail: Node, recorded: Recorded): boolean | "unknown" {
  const advanced = trail.properties.list("advancedEventSelectors");
  const basic = trail.properties.list("eventSelectors");
  if (advanced.state === "unknown" || basic.state === "unknown") return "unknown";
  const answers = [
    ...(advanced.state === "known" ? advanced.value.map((one) => byAdvanced(one, recorded)) : []),
    ...(basic.state === "known" ? basic.value.map((one) => byBasic(one, recorded)) : []),
  ];
  if (answers.includes(true)) return true;
  return answers.includes("unknown") ? "unknown" : false;
}

/** Whether a trail records data events of anything; by selectors that are not known yet it may. */
export function recordsSomeData(trail: Node): boolean {
  const advanced = trail.properties.list("advancedEventSelectors");
  if (advanced.state === "unknown") return true;
  return (
    advanced.state === "known" &&
    advanced.value.some(({ properties }) => {
      const fields = properties.list("fieldSelectors");
      return (
        fields.state === "known" &&
        fields.value.some((field) => isOnField(field.properties, "eventCategory", "Data"))
      );
    })
  );
}

type Answer = boolean | "unknown";

/** Fields that narrow a selector to some events of a resource, so that it does not record all. */
const NARROWING = [
  "readOnly",
  "eventName",
  "userIdentity.arn",
  "sessionCredentialFromConsole",
  "vpcEndpointId",
];

function byAdvanced({ properties }: Element, { kind, prefixes }: Recorded): Answer {
  const fields = properties.list("fieldSelectors");
  if (fields.state !== "known") return fields.state === "unknown" ? "unknown" : false;
  const all = fields.value.map((one) => one.properties);
  if (!all.some((field) => isOnField(field, "eventCategory", "Data"))) return false;
  if (!all.some((field) => isOnField(field, "resources.type", kind))) return false;
  if (all.some((field) => NARROWING.includes(textOf(field.get("field"))))) return false;
  const onArn = all.filter((field) => textOf(field.get("field")) === "resources.ARN");
  return onArn.every((field) => admits(field, prefixes));
}

/** Whether a selector by ARN takes in everything that begins with the prefixes. */
function admits(field: Node["properties"], prefixes: readonly string[]): boolean {
  const texts = (name: string) => {
    const list = field.list(name);
    return list.state === "known" ? list.value.map(({ value }) => fromService(textOf(value))) : [];
  };
  const has = (name: string) => {
    const list = field.list(name);
    return list.state === "unknown" || (list.state === "known" && list.value.length > 0);
  };
  if (has("equals") || has("endsWiths") || has("notEquals") || has("notEndsWiths")) return false;
  const excluded = texts("notStartsWiths");
  if (prefixes.some((prefix) => excluded.some((one) => prefix.startsWith(one) || one.startsWith(prefix))))
    return false;
  // AWS refuses a field without any operator.
  if (!has("startsWiths")) return has("notStartsWiths");
  const included = texts("startsWiths");
  return prefixes.length > 0 && prefixes.every((prefix) => included.some((one) => prefix.startsWith(one)));
}

function byBasic({ properties }: Element, { kind, prefixes }: Recorded): Answer {
  const readWrite = properties.get("readWriteType");
  if (readWrite.state === "known" && readWrite.value !== "All") return false;
  const resources = properties.list("dataResources");
  if (resources.state !== "known") return resources.state === "unknown" ? "unknown" : false;
  const answers = resources.value.map((one): Answer => {
    if (textOf(one.properties.get("type")) !== kind) return false;
    const values = one.properties.list("values");
    if (values.state !== "known") return values.state === "unknown" ? "unknown" : false;
    const known = values.value.map(({ value }) => fromService(textOf(value)));
    const coversAll = known.some((value) => /^(s3|s3:::|lambda)$/.test(value));
    if (coversAll) return true;
    if (prefixes.length > 0 && prefixes.every((prefix) => known.some((value) => prefix.startsWith(value))))
      return true;
    return values.value.some(({ value }) => value.state === "unknown") ? "unknown" : false;
  });
  if (answers.includes(true)) return true;
  return answers.includes("unknown") ? "unknown" : false;
}

const textOf = (value: ReturnType<Node["properties"]["get"]>): string =>
  value.state === "known" && typeof value.value === "string" ? value.value : "";

/** An ARN from its service on, so that partitions are read alike. */
const fromService = (arn: string): string => arn.replace(/^arn:[^:]*:/, "");
