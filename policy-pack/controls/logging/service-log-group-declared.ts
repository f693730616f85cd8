import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { accountOf } from "../../iam/account";
import { judgeEach } from "../judge-each";
import { LOG_GROUP } from "../trust/log-groups";
import { type GroupMade, groupsMade } from "./groups-made";

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html */
export const serviceLogGroupDeclared: GraphControl = {
  kind: "graph",
  name: "service-log-group-declared",
  description:
    "The log groups that functions, endpoints and SageMaker's jobs write to are declared, so that they have a key and an end.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A log group that is not there is made by the service itself: under AWS's key, kept for good, open to whoever may read logs, and gone from every review.",
  fix: {
    text: "Declare the group under the name that the service writes to, or name another to a function.",
    code: `const log = new cloudwatch.LogGroup("scoring", {
  name: "/aws/lambda/scoring", kmsKeyId: key.arn, retentionInDays: 365,
});
new lambda.Function("scoring", { name: "scoring", loggingConfig: { logFormat: "JSON", logGroup: log.name }, ... });`,
  },
  frameworks: { nist: ["AU-9(3)", "AU-11", "SI-12"], gdpr: ["5"] },
  check: (graph) => judgeEach(groupsMade(graph), (made) => judge(graph, made)),
};

function judge(graph: Graph, { node, property, group }: GroupMade): readonly Finding[] {
  const isHere = (one: Node) => accountOf(one) === accountOf(node);
  // A name that AWS makes up comes from the resource itself.
  if (graph.pointingTo(node, "name", LOG_GROUP).some(isHere)) return [];
  if (group !== undefined && graph.identifiedBy(group, LOG_GROUP).some(isHere)) return [];
  const isUnknown = group === undefined && node.properties.get("name").state === "unknown";
  if (isUnknown || groupsToCome(graph).some(isHere)) return [deferred(node, property)];
  const found =
    group === undefined ? "a log group that the service makes" : `${group}, which is not declared`;
  return [violation(node, property, found, "a log group of the program", { finding: group ?? node.name })];
}

/** Groups whose names are not known yet, which may be any. */
const groupsToCome = rememberingFor((graph: Graph) =>
  graph.byType(LOG_GROUP).filter((group) => group.properties.get("name").state === "unknown"),
);
