import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { rememberingFor } from "../../core/remembering";
import { BUCKETS } from "../../core/resource-types";
import { parseArn } from "../../iam/arn";
import { allowing, documentOf } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import type { WrittenPrincipal } from "../../iam/statement";
import { partsOf } from "../storage/buckets";
import { someCovers } from "../../iam/covers";

/** What writes audit logs to a bucket, and the input that names it, by its name or its ARN. */
const WRITERS: Readonly<Record<string, string>> = {
  "aws:cfg/deliveryChannel:DeliveryChannel": "s3BucketName",
  "aws:cloudtrail/trail:Trail": "s3BucketName",
  "aws:ec2/flowLog:FlowLog": "logDestination",
};

/** Services that write audit logs to buckets. */
const LOG_SERVICES = [
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "logdelivery.elasticloadbalancing.amazonaws.com",
  "logging.s3.amazonaws.com",
];

/** Whether a principal is a service that writes audit logs. */
export function isLogService(principal: WrittenPrincipal): boolean {
  const read = principalOf(principal);
  return read.kind === "service" && LOG_SERVICES.includes(read.service);
}

/** The buckets that trails, flow logs and AWS Config of the same stack write to. */
export const logDestinations = rememberingFor((graph: Graph): readonly Node[] => {
  const buckets = Object.entries(WRITERS).flatMap(([type, input]) =>
    graph.byType(type).flatMap((writer) => bucketsNamed(graph, writer, input)),
  );
  return [...new Set(buckets)];
});

/** Whether a bucket keeps audit logs: of this stack, or of others whose services its policy lets write. */
export function isLogDestination(graph: Graph, bucket: Node): boolean {
  return logDestinations(graph).includes(bucket) || takesLogsOfOthers(graph, bucket);
}

function takesLogsOfOthers(graph: Graph, bucket: Node): boolean {
  return writingStatements(graph, bucket).some(({ statement }) =>
    statement.principals.values.some(isLogService),
  );
}

/** The statements by which a bucket's policies let anybody write, each with its policy. */
export function writingStatements(graph: Graph, bucket: Node) {
  const holders = [bucket, ...partsOf(graph, bucket, "Policy")];
  return holders.flatMap((holder) =>
    allowing(documentOf(holder.properties.get("policy"), "policy"))
      .filter(({ actions }) => someCovers(actions, "s3:PutObject"))
      .map((statement) => ({ holder, statement })),
  );
}

/** A destination may have a folder behind it: `arn:aws:s3:::logs/vpc/`. A name may come by way of a bucket's policy. */
function bucketsNamed(graph: Graph, writer: Node, input: string): readonly Node[] {
  const direct = pointedAtFrom(graph, writer, [input], ...BUCKETS);
  const value = writer.properties.get(input);
  const name = value.state === "known" ? parseArn(String(value.value))?.resource.split("/")[0] : undefined;
  const byName = name === undefined ? [] : graph.identifiedBy(name, ...BUCKETS);
  const byPart = writer
    .references(input)
    .filter(({ type }) => type.startsWith("aws:s3/bucketPolicy"))
    .flatMap((part) => pointedAtFrom(graph, part, ["bucket"], ...BUCKETS));
  return [...new Set([...direct, ...byName, ...byPart])];
}
