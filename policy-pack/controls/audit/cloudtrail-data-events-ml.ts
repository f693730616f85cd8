import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { accountOf } from "../../iam/account";
import { accountsSetUp } from "../../topology/accounts";
import { bucketsOf, isLogTarget } from "../storage/buckets";
import { recordsData, recordsSomeData, type Recorded } from "./data-selectors";
import { isLogDestination } from "./log-destinations";
import { TRAIL, trailsReaching } from "./trails";

/** Kinds of which a trail records all, when a stack has one. */
const KINDS: Readonly<Record<string, string>> = {
  "aws:lambda/function:Function": "AWS::Lambda::Function",
  "aws:sagemaker/endpoint:Endpoint": "AWS::SageMaker::Endpoint",
  "aws:sagemaker/featureGroup:FeatureGroup": "AWS::SageMaker::FeatureGroup",
};

export const cloudtrailDataEventsMl: GraphControl = {
  kind: "graph",
  name: "cloudtrail-data-events-ml",
  description:
    "A stack that has a trail, or sets its account up, records every use of its data buckets, feature groups, endpoints and functions.",
  severity: "high",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Without data events a trail shows that a bucket was made, and not who took the training data out of it.",
  fix: {
    text: "Add an advanced event selector for each kind of resource, for all of them.",
    code: `advancedEventSelectors: [{
  name: "objects",
  fieldSelectors: [
    { field: "eventCategory", equals: ["Data"] },
    { field: "resources.type", equals: ["AWS::S3::Object"] },
  ],
}]`,
  },
  frameworks: { cis: ["4.8", "4.9"], nist: ["AU-2", "AU-3", "AU-10", "AU-12", "AU-12(1)"] },
  check: (graph, { settings }) => {
    // Where the trail is another stack's, that stack is where it can be judged.
    const isSetUp = !settings.organizationServices.includes("cloudtrail") && accountsSetUp(graph).length > 0;
    if (graph.byType(TRAIL).length === 0 && !isSetUp) return "not-applicable";
    const buckets = bucketsOf(graph).filter(
      (bucket) => !isLogTarget(graph, bucket) && !isLogDestination(graph, bucket),
    );
    const others = graph.byType(...Object.keys(KINDS));
    if (buckets.length + others.length === 0) return "not-applicable";
    return [
      ...buckets.flatMap((bucket) => judge(graph, bucket, objectsOf(bucket))),
      ...others.flatMap((node) => judge(graph, node, { kind: KINDS[node.type] ?? "", prefixes: [] })),
      ...judgeEvenly(graph, others),
    ];
  },
};

/**
 * What a stack uses in one of its accounts, it may use in the next tomorrow, and a stranger today: where one account has a
 * trail of data events, it records the same kinds as the others' trails.
 */
function judgeEvenly(graph: Graph, others: readonly Node[]): readonly Finding[] {
  const kinds = new Map(others.map(({ type }) => [type, KINDS[type] ?? ""]));
  const trails = graph.byType(TRAIL);
  return [...kinds].flatMap(([type, kind]) => {
    const judged = new Set(others.filter((node) => node.type === type).map(accountOf));
    const rest = trails.filter((trail) => !judged.has(accountOf(trail)) && recordsSomeData(trail));
    return rest.flatMap((trail) => judge(graph, trail, { kind, prefixes: [] }));
  });
}

/** The objects of a bucket; while its name is not known, a selector must take in all buckets. */
function objectsOf(bucket: Node): Recorded {
  const name = bucket.properties.get("bucket");
  const prefixes = name.state === "known" ? [`s3:::${String(name.value)}/`] : [];
  return { kind: "AWS::S3::Object", prefixes };
}

function judge(graph: Graph, node: Node, recorded: Recorded): readonly Finding[] {
  const answers = trailsReaching(graph, node).map((trail) => recordsData(trail, recorded));
  if (answers.includes(true)) return [];
  if (answers.includes("unknown")) return [deferred(node, "dataEvents")];
  const required = `a trail with data events of ${recorded.kind}, reads and writes`;
  const finding = node.type === TRAIL ? { finding: recorded.kind } : {};
  return [violation(node, "dataEvents", "no trail records them", required, finding)];
}
