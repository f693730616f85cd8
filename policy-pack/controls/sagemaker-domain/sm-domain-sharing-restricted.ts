import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  judgeCustomerKey,
  type Node,
  violation,
} from "../../core";
import { judgeOwnLocation } from "../../sagemaker/own-locations";
import { DOMAIN, USER_PROFILE, userSettingsOf } from "./settings";

export const smDomainSharingRestricted: GraphControl = {
  kind: "graph",
  name: "sm-domain-sharing-restricted",
  description:
    "The output of notebooks is not shared, or only in a bucket of the company's own, encrypted with a customer managed key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The output of a cell is data; shared into a bucket elsewhere it has left.",
  fix: {
    text: "Leave the sharing of output off, or name the team's bucket and key.",
    code: `sharingSettings: { notebookOutputOption: "Disabled" },`,
  },
  frameworks: { nist: ["AC-4", "AC-21"], gdpr: ["32"] },
  check: (graph, context) => {
    const nodes = graph.byType(DOMAIN, USER_PROFILE);
    return nodes.length === 0 ? "not-applicable" : nodes.flatMap((node) => judgeNode(graph, node, context));
  },
};

/** Sharing is off unless it is allowed: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SharingSettings.html */
function judgeNode(graph: Graph, node: Node, context: Context): readonly Finding[] {
  const { path, value, properties } = userSettingsOf(node);
  if (value.state === "unknown") return [deferred(node, path)];
  const option = properties.get("sharingSettings.notebookOutputOption");
  if (option.state === "unset" || (option.state === "known" && option.value !== "Allowed")) return [];
  const at = (name: string) => `${path}.sharingSettings.${name}`;
  if (option.state === "unknown") return [deferred(node, at("notebookOutputOption"))];
  const location = properties.get("sharingSettings.s3OutputPath");
  return [
    ...(location.state === "unset"
      ? [violation(node, at("s3OutputPath"), location, "a location in a bucket of the company's own")]
      : judgeOwnLocation(graph, node, at("s3OutputPath"), location, context)),
    ...judgeCustomerKey(node, at("s3KmsKeyId"), properties.get("sharingSettings.s3KmsKeyId")),
  ];
}
