import { type Graph, known, type Node } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { type Inner, leavesOf } from "../../core/walk";
import { BUCKETS, ROLE } from "../../core/resource-types";
import { parseArn } from "../../iam/arn";
import { LOG_GROUP, logGroupsNamed } from "./log-groups";
import { rolesNamed } from "./roles";

/** What runs a team's code or models, or keeps or records what they made. Permissions to call them are no workloads. */
const WORKLOAD =
  /^aws:((backup|batch|codebuild|ecs|emr|emrserverless|glue|lambda|sagemaker|scheduler|sfn)\/|route53\/resolverQueryLogConfig:)/;

/** Inputs that speak of other things than what the workload is made of. */
const IGNORED = /^(tags|tagsAll|description|environment)$|polic/i;

/** A kind of thing that a workload is made of: how its paths end, and the resources that a text there names. */
interface Kind {
  readonly words: string;
  readonly types: readonly string[];
  readonly at: RegExp;
  readonly named: (graph: Graph, text: string) => readonly Node[];
}

const byName =
  (...types: readonly string[]) =>
  (graph: Graph, text: string): readonly Node[] =>
    graph.identifiedBy(text, ...types);
const MODEL = "aws:sagemaker/model:Model";
const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";

const KINDS: readonly Kind[] = [
  { words: "role", types: [ROLE], at: /role(arn|name)?$/i, named: rolesNamed },
  { words: "model", types: [MODEL], at: /modelName$/i, named: byName(MODEL) },
  {
    words: "endpoint configuration",
    types: [CONFIGURATION],
    at: /endpointConfig(uration)?Name$/i,
    named: byName(CONFIGURATION),
  },
  {
    words: "log group",
    types: [LOG_GROUP],
    at: /(log(group|destination|s)?[a-z]*|^destinationArn)$/i,
    named: logGroupsNamed,
  },
  { words: "bucket", types: BUCKETS, at: /s3|bucket|location|path|ur[il]$/i, named: bucketsNamed },
];

/** One thing that a workload is made of, and the property that names it. */
export interface WorkloadLink {
  readonly workload: Node;
  readonly property: string;
  readonly words: string;
  readonly target: Node;
}

/** Everything of the same stack that workloads are made of, by reference or by name; definitions in JSON are read too. */
export function workloadLinks(graph: Graph): readonly WorkloadLink[] {
  return [...linksByWorkload(graph).values()].flat();
}

const linksByWorkload = rememberingFor((graph: Graph): ReadonlyMap<Node, readonly WorkloadLink[]> => {
  const workloads = graph.nodes.filter(({ type }) => WORKLOAD.test(type) && !/permission|policy/i.test(type));
  return new Map(workloads.map((workload) => [workload, linksOf(graph, workload)]));
});

/** The roles that a workload runs under: its own, or those of the models that an endpoint's configuration names. */
export function rolesOfWorkload(graph: Graph, workload: Node): readonly Node[] {
  const targets = (words: string) =>
    (linksByWorkload(graph).get(workload) ?? [])
      .filter((link) => link.words === words)
      .map(({ target }) => target);
  const ofModels = targets("model").flatMap((model) => rolesOfWorkload(graph, model));
  return [...new Set([...targets("role"), ...ofModels])];
}

function linksOf(graph: Graph, workload: Node): readonly WorkloadLink[] {
  const inputs = workload.properties.keys().filter((input) => !IGNORED.test(input));
  return inputs.flatMap((input) =>
    leavesOf(workload.properties.get(input), input)
      .flatMap(opened)
      .flatMap((leaf) => {
        const kinds = KINDS.filter(({ at }) => at.test(leaf.path.replace(/(\[\d+\])+$/, "")));
        // Of a definition that is not known yet, the edges tell all that is in it.
        const isWhole = leaf.value.state === "unknown" && leaf.path === input && kinds.length === 0;
        return (isWhole ? KINDS : kinds).flatMap((kind) =>
          targetsOf(graph, workload, leaf, kind).map((target) => ({
            workload,
            property: leaf.path,
            words: kind.words,
            target,
          })),
        );
      }),
  );
}

/** What a leaf names; where it is not known, or is a name that the provider made up, what its input comes from. */
function targetsOf(graph: Graph, workload: Node, { path, value }: Inner, kind: Kind): readonly Node[] {
  const text = value.state === "known" ? value.value : undefined;
  const named = typeof text === "string" ? kind.named(graph, text) : [];
  if (named.length > 0) return named;
  return workload.references(path).filter(({ type }) => kind.types.includes(type));
}

/** The leaves of a text that is JSON, as pipelines and state machines are written; any other leaf is itself. */
function opened(leaf: Inner): readonly Inner[] {
  const text = leaf.value.state === "known" ? leaf.value.value : undefined;
  if (typeof text !== "string" || !/^\s*[[{]/.test(text)) return [leaf];
  try {
    return leavesOf(known(JSON.parse(text)), leaf.path);
  } catch {
    return [leaf];
  }
}

/** `s3://NAME/key`, `arn:aws:s3:::NAME/key`, or the name. */
function bucketsNamed(graph: Graph, text: string): readonly Node[] {
  const arn = parseArn(text);
  const inArn = arn?.service === "s3" ? arn.resource.split("/")[0] : undefined;
  const name = /^s3:\/\/([^/]+)/.exec(text)?.[1] ?? inArn ?? text;
  return graph.identifiedBy(name, ...BUCKETS);
}
