import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type Node,
  violation,
} from "../../core";
import { judgeOwnLocation } from "../../sagemaker/own-locations";

const STORAGE = "offlineStoreConfig.s3StorageConfig";

export const smFeatureGroupEncrypted: GraphControl = {
  kind: "graph",
  name: "sm-feature-group-encrypted",
  description:
    "Both stores of every feature group are encrypted with a customer managed key; the offline store is in a bucket of the company's own and in the catalogue.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Features are what is known of each customer. Only a key of one's own can be cut off, and only a table in the catalogue can be governed.",
  fix: {
    text: "Name the team's key for both stores, and the team's bucket.",
    code: `onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: key.arn } },
offlineStoreConfig: {
  s3StorageConfig: { s3Uri: pulumi.interpolate\`s3://\${data.bucket}/features\`, kmsKeyId: key.arn },
},`,
  },
  frameworks: { nist: ["SC-28", "SC-28(1)"], gdpr: ["32"] },
  check: (graph, context) => {
    const groups = graph.byType("aws:sagemaker/featureGroup:FeatureGroup");
    if (groups.length === 0) return "not-applicable";
    return groups.flatMap((node) => [...judgeOnline(node), ...judgeOffline(graph, node, context)]);
  },
};

function judgeOnline(node: Node): readonly Finding[] {
  const state = node.properties.get("onlineStoreConfig").state;
  if (state === "unset") return [];
  if (state === "unknown") return [deferred(node, "onlineStoreConfig")];
  const enabled = node.properties.get("onlineStoreConfig.enableOnlineStore");
  if (enabled.state === "known" && isFalse(enabled.value)) return [];
  return mustBeCustomerKey(node, "onlineStoreConfig.securityConfig.kmsKeyId");
}

function judgeOffline(graph: Graph, node: Node, context: Context): readonly Finding[] {
  const state = node.properties.get("offlineStoreConfig").state;
  if (state === "unset") return [];
  if (state === "unknown") return [deferred(node, "offlineStoreConfig")];
  const place = node.properties.get(`${STORAGE}.s3Uri`);
  return [
    ...mustBeCustomerKey(node, `${STORAGE}.kmsKeyId`),
    ...judgeOwnLocation(graph, node, `${STORAGE}.s3Uri`, place, context),
    ...judgeCatalogue(node),
  ];
}

/** The table is made unless it is switched off; a catalogue of one's own may take its place. */
function judgeCatalogue(node: Node): readonly Finding[] {
  const property = "offlineStoreConfig.disableGlueTableCreation";
  const disabled = node.properties.get(property);
  if (disabled.state === "known" && isTrue(disabled.value)) {
    const own = node.properties.get("offlineStoreConfig.dataCatalogConfig");
    return own.state === "unset" ? [violation(node, property, disabled, "false, or a catalogue")] : [];
  }
  return mustBe(node, property, isFalse, "false", { unset: true });
}
