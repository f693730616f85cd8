import {
  type Context,
  type Finding,
  type Graph,
  type GraphControl,
  judgeValue,
  mustBe,
  type Node,
} from "../../core";
import { judgeOwnLocation } from "../../sagemaker/own-locations";
import { leavesNamedOrHidden } from "../../core/walk";
import { DOMAIN, USER_PROFILE, userSettingsOf } from "./settings";

/** Where each type keeps artifacts. */
const STORES: Readonly<Record<string, string>> = {
  "aws:sagemaker/hub:Hub": "s3StorageConfig.s3OutputPath",
  "aws:sagemaker/mlflowApp:MlflowApp": "artifactStoreUri",
  "aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer": "artifactStoreUri",
};

const IDLE =
  "defaultUserSettings.jupyterLabAppSettings.appLifecycleManagement.idleSettings.lifecycleManagement";

export const smStudioLifecycleAndMlflow: GraphControl = {
  kind: "graph",
  name: "sm-studio-lifecycle-and-mlflow",
  description:
    "Studio stops idle apps and in prod keeps home directories; experiments and hub content are kept in the company's buckets.",
  severity: "low",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "An idle app costs and stays open to whoever finds the session; artifacts elsewhere are lost to the company and open to others.",
  fix: {
    text: "Turn idle shutdown on, retain the file system, and name a bucket of the company's own.",
    code: `defaultUserSettings: {
  ...,
  jupyterLabAppSettings: {
    appLifecycleManagement: { idleSettings: { lifecycleManagement: "ENABLED", idleTimeoutInMinutes: 60 } },
  },
},
retentionPolicy: { homeEfsFileSystem: "Retain" },`,
  },
  frameworks: { nist: ["CM-7", "CP-9"] },
  check: (graph, context) => {
    const nodes = graph.byType(DOMAIN, USER_PROFILE, ...Object.keys(STORES));
    return nodes.length === 0 ? "not-applicable" : nodes.flatMap((node) => judgeNode(graph, node, context));
  },
};

function judgeNode(graph: Graph, node: Node, context: Context): readonly Finding[] {
  if (node.type === DOMAIN) return [...judgeDomain(node, context), ...judgeOthers(node)];
  if (node.type === USER_PROFILE) return judgeOthers(node);
  const property = STORES[node.type] ?? "artifactStoreUri";
  return judgeOwnLocation(graph, node, property, node.properties.get(property), context);
}

/** Other kinds of apps, and what one user has instead of the domain's default: nothing, or idle shutdown too. */
function judgeOthers(node: Node): readonly Finding[] {
  const { path, value } = userSettingsOf(node);
  const switches = leavesNamedOrHidden(value, path, ["lifecycleManagement"]).filter(
    (leaf) => leaf.path !== IDLE,
  );
  return switches.flatMap((leaf) =>
    judgeValue(node, leaf.path, leaf.value, (state) => state === "ENABLED", '"ENABLED"'),
  );
}

/** Left out, the file system is retained. */
function judgeDomain(node: Node, { tier }: Context): readonly Finding[] {
  const retained = mustBe(
    node,
    "retentionPolicy.homeEfsFileSystem",
    (value) => value === "Retain",
    '"Retain"',
    {
      unset: true,
    },
  );
  return [
    ...mustBe(node, IDLE, (value) => value === "ENABLED", '"ENABLED"'),
    ...(tier === "prod" ? retained : []),
  ];
}
