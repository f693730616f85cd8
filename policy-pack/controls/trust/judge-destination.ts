import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type Node,
  type PackSettings,
  type Value,
  violation,
} from "../../core";
import { STACK_REFERENCE } from "../../core/resource-types";
import { isAccountId, parseArn } from "../../iam/arn";
import { bucketNamed, isBucketOfStack, isOwnBucket, isTrustedBucket } from "../../topology/own-buckets";
import { hostOf, isTrustedHost } from "./destinations";
import { isTrustedAccount } from "./trusted-accounts";

/** Whether a value came from a resource of this program; what another stack gives may be anybody's. */
const isMadeHere = (node: Node, property: string): boolean =>
  node.references(property).some(({ type }) => type !== STACK_REFERENCE);

/** Findings for an ARN, or an account's id. One that is not known yet but comes from a resource is of the same program. */
export function judgeArn(
  graph: Graph,
  node: Node,
  property: string,
  value: Value,
  context: Context,
): readonly Finding[] {
  if (value.state === "unknown") return isMadeHere(node, property) ? [] : [deferred(node, property)];
  const text = value.state === "known" ? String(value.value) : "";
  const arn = parseArn(text);
  const account = isAccountId(text) ? text : arn?.account;
  if (account !== undefined && isAccountId(account)) {
    return isTrustedAccount(account, node, context.settings)
      ? []
      : [stranger(node, property, value, "an account of the company", `Account::${account}`)];
  }
  if (arn?.service !== "s3" || isOwn(graph, text, arn.resource.split("/")[0] ?? "", context)) return [];
  return [stranger(node, property, value, "a bucket of the company", `Bucket::${arn.resource}`)];
}

/** Findings for a bucket, by its name, ARN or location. One that is not known yet but comes from a resource is of the same program. */
export function judgeBucketName(
  graph: Graph,
  node: Node,
  property: string,
  value: Value,
  context: Context,
): readonly Finding[] {
  if (value.state === "unknown") return isMadeHere(node, property) ? [] : [deferred(node, property)];
  if (value.state === "unset") return [];
  const text = String(value.value);
  if (text.startsWith("arn:")) return judgeArn(graph, node, property, value, context);
  const name = bucketNamed(text);
  return name === undefined || isOwn(graph, text, name, context)
    ? []
    : [stranger(node, property, value, "a bucket of the company", `Bucket::${name}`)];
}

/**
 * What AWS has the names of buckets for the logs of web ACLs start with, whatever the company's own start with.
 * https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html
 */
const DEMANDED_BY_AWS = /^aws-waf-logs-/;

/** Whether a bucket is the company's, by its name and what else the program calls it by. */
function isOwn(graph: Graph, text: string, name: string, context: Context): boolean {
  return (
    isBucketOfStack(graph, text) ||
    isOwnBucket(graph, name, context) ||
    isTrustedBucket(name.replace(DEMANDED_BY_AWS, ""), context)
  );
}

/** Findings for a URL, a host name or a mail address. */
export function judgeHost(
  node: Node,
  property: string,
  value: Value,
  { trustedHosts }: Pick<PackSettings, "trustedHosts">,
): readonly Finding[] {
  if (value.state !== "known") return [deferred(node, property)];
  const host = hostOf(String(value.value));
  return isTrustedHost(host, trustedHosts)
    ? []
    : [violation(node, property, host, "a host that the settings trust", { finding: `Host::${host}` })];
}

/** Findings for the ARN of what takes messages on. */
export function judgeSubscriber(node: Node, endpoint: Value, { settings }: Context): readonly Finding[] {
  if (endpoint.state !== "known") return isMadeHere(node, "endpoint") ? [] : [deferred(node, "endpoint")];
  const account = parseArn(String(endpoint.value))?.account ?? "";
  return !isAccountId(account) || isTrustedAccount(account, node, settings)
    ? []
    : [stranger(node, "endpoint", endpoint, "an account of the company", `Account::${account}`)];
}

function stranger(node: Node, property: string, value: Value, required: string, finding: string): Finding {
  return violation(node, property, value, required, { finding });
}
