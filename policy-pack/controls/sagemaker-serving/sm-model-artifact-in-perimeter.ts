import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  type Properties,
  violation,
} from "../../core";
import { leavesNamed } from "../../core/walk";
import { parseArn } from "../../iam/arn";
import { judgeOwnLocation } from "../../sagemaker/own-locations";
import { containersOf, MODEL } from "./containers";

/** Where a container says what it loads. */
const SOURCES = ["additionalModelDataSources", "modelDataSource", "modelDataUrl"];

export const smModelArtifactInPerimeter: GraphControl = {
  kind: "graph",
  name: "sm-model-artifact-in-perimeter",
  description:
    "Every model loads its artifacts from the company's own buckets, of the same environment, or from a registry of its own.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A model file may carry code that runs when it is loaded. From a bucket of somebody else's, or of an environment with less care, it may change at any time.",
  fix: {
    text: "Copy the artifact into the team's model bucket of this environment.",
    code: `primaryContainer: { ..., modelDataUrl: pulumi.interpolate\`s3://\${models.bucket}/fraud/model.tar.gz\` },`,
  },
  frameworks: { nist: ["AC-4", "SI-7"], gdpr: ["32"] },
  check: (graph, context) => {
    const models = graph.byType(MODEL);
    return models.length === 0
      ? "not-applicable"
      : models.flatMap((node) => judgeModel(graph, node, context));
  },
};

function judgeModel(graph: Graph, model: Node, context: Context): readonly Finding[] {
  const { known, unknown } = containersOf(model);
  const located = known.flatMap(({ path, properties }) =>
    SOURCES.flatMap((source) => {
      const value = properties.get(source);
      const at = `${path}.${source}`;
      if (value.state === "unknown") return [{ path: at, value }];
      return leavesNamed(value, at, ["modelDataUrl", "s3Uri"]);
    }),
  );
  return [
    ...known.flatMap(({ path, properties }) => judgePackage(model, path, properties, context)),
    ...located.flatMap((leaf) => judgeOwnLocation(graph, model, leaf.path, leaf.value, context)),
    ...unknown.map((path) => deferred(model, path)),
  ];
}

/** A package of a registry in an account that is none of the company's. Without accounts in the settings, any will do. */
function judgePackage(
  model: Node,
  path: string,
  properties: Properties,
  { settings }: Context,
): readonly Finding[] {
  const name = properties.get("modelPackageName");
  const account = name.state === "known" ? parseArn(String(name.value))?.account : undefined;
  const own = Object.values(settings.accounts).flat();
  if (account === undefined || own.length === 0) return [];
  if ([...own, ...settings.trustedAccounts].includes(account)) return [];
  const required = "a package of a registry in an account of the company";
  return [violation(model, `${path}.modelPackageName`, `of account ${account}`, required)];
}
