import { deferred, type Finding, type Graph, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { providerInput } from "../../core/provider-input";
import { leavesOf } from "../../core/walk";
import { BUCKETS } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { allowing, documentOf, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import { partsOf } from "../storage/buckets";
import type { LogTarget } from "./access-logs";
import { someCovers } from "../../iam/covers";

const REQUIRED = "a bucket for access logs, of the same account and region";

/**
 * Findings for the target of a bucket's access logs, where it is a bucket of the same stack: it is in the bucket's own
 * account and region, and made for logs, which it shows by letting S3's logging service write.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function judgeLogTarget(
  graph: Graph,
  bucket: Node,
  { node, property }: LogTarget,
): readonly Finding[] {
  return bucketsNamed(graph, node, property).flatMap((target): readonly Finding[] => {
    if (target === bucket) return [];
    const fault = faultOf(graph, bucket, target);
    if (fault === undefined) return isSettled(graph, target) ? [] : [deferred(node, property)];
    const finding = `Bucket::${target.name}`;
    return [violation(node, property, `${target.name}, ${fault}`, REQUIRED, { finding })];
  });
}

/** Whether nothing that decides about a target has still to become known. */
function isSettled(graph: Graph, target: Node): boolean {
  const isLate = (node: Node, inputs: readonly string[]) =>
    inputs.some((input) => node.properties.get(input).state === "unknown");
  const encryption = partsOf(graph, target, "ServerSideEncryptionConfiguration");
  if (encryption.some((part) => isLate(part, ["rules"]))) return false;
  if ([target, ...partsOf(graph, target, "Policy")].some(letsLoggingWrite)) return true;
  return ![target, ...partsOf(graph, target, "Acl")].some((node) => isLate(node, ACCESS_LISTS));
}

/** A target that is not known yet is told by an edge: to the bucket, or to a part of it such as its policy. */
function bucketsNamed(graph: Graph, node: Node, property: string): readonly Node[] {
  const value = node.properties.get(property);
  if (value.state === "known") return graph.identifiedBy(String(value.value), ...BUCKETS);
  const behind = node
    .references(property)
    .flatMap((other) =>
      BUCKETS.includes(other.type) ? [other] : pointedAtFrom(graph, other, ["bucket"], ...BUCKETS),
    );
  return [...new Set(behind)];
}

function faultOf(graph: Graph, bucket: Node, target: Node): string | undefined {
  const [own, other] = [accountOf(bucket), accountOf(target)];
  if (own !== undefined && other !== undefined && own !== other) return `which is in account ${other}`;
  const [here, there] = [regionOf(bucket), regionOf(target)];
  if (here !== undefined && there !== undefined && here !== there) return `which is in ${there}`;
  if (!takesAccessLogs(graph, target)) return "which lets no access logs in";
  return isEncryptedByKms(graph, target)
    ? "to which AWS delivers nothing, since it is encrypted by KMS"
    : undefined;
}

/** "Default encryption with SSE-KMS is not supported for server access logging destination buckets." */
function isEncryptedByKms(graph: Graph, target: Node): boolean {
  return partsOf(graph, target, "ServerSideEncryptionConfiguration").some((part) => {
    const algorithm = part.properties.get("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm");
    return algorithm.state === "known" && String(algorithm.value).startsWith("aws:kms");
  });
}

/** The region that a resource names itself, else its provider's. */
function regionOf(node: Node): string | undefined {
  const own = node.properties.get("region");
  const region = own.state === "unset" ? providerInput(node.provider, "region") : own;
  return region.state === "known" && typeof region.value === "string" ? region.value : undefined;
}

function takesAccessLogs(graph: Graph, target: Node): boolean {
  return (
    [target, ...partsOf(graph, target, "Policy")].some(letsLoggingWrite) ||
    [target, ...partsOf(graph, target, "Acl")].some(hasDeliveryAcl)
  );
}

/** A policy that is not known yet is judged once it is. */
function letsLoggingWrite(holder: Node): boolean {
  const document = documentOf(holder.properties.get("policy"), "policy");
  const lets = allowing(document).some(
    ({ actions, principals }) =>
      someCovers(actions, "s3:PutObject") &&
      principals.values.some((written) => {
        const principal = principalOf(written);
        return principal.kind === "service" && principal.service === "logging.s3.amazonaws.com";
      }),
  );
  return lets || unknownParts(document).length > 0;
}

const ACCESS_LISTS = ["acl", "accessControlPolicy", "grants"];

/** The older way: the group of log deliverers, in a canned list or a grant. */
function hasDeliveryAcl(node: Node): boolean {
  return ACCESS_LISTS.flatMap((input) => leavesOf(node.properties.get(input), input)).some(
    ({ value }) =>
      value.state === "unknown" ||
      (value.state === "known" && /^log-delivery-write$|\/s3\/LogDelivery$/.test(String(value.value))),
  );
}
