import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { mustBeInPrivateSubnets } from "../../topology/private-subnets";
import { judgeEach } from "../judge-each";

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html */
export const eksNodesPrivateNoSsh: GraphControl = {
  kind: "graph",
  name: "eks-nodes-private-no-ssh",
  description:
    "Kubernetes nodes are in private subnets, take no SSH from everywhere, and keep their credentials from the pods.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A key without source groups opens port 22 of every node to the internet; with two hops every pod has the node's role.",
  fix: {
    text: "Leave remote access out and use Session Manager; name a launch template with a hop limit of 1.",
    code: `new eks.NodeGroup("gpu", { ..., subnetIds: privateSubnets.map((subnet) => subnet.id), launchTemplate: { id: template.id, version: "1" } });
// in the template: metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 }`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], checkov: ["CKV_AWS_100"] },
  check: (graph) =>
    judgeEach(graph.byType(NODE_GROUP), (group) => [
      ...mustBeInPrivateSubnets(graph, group, "subnetIds"),
      ...judgeRemoteAccess(group),
      ...judgeTemplate(graph, group),
    ]),
};

/** With a key and no source groups EKS opens the port to 0.0.0.0/0. */
function judgeRemoteAccess(group: Node): readonly Finding[] {
  const key = group.properties.get("remoteAccess.ec2SshKey");
  const sources = group.properties.list("remoteAccess.sourceSecurityGroupIds");
  if (key.state === "unset" || (key.state === "known" && key.value === "")) return [];
  if (sources.state === "unknown") return [deferred(group, "remoteAccess")];
  if (sources.state === "known" && sources.value.length > 0) return [];
  const property = "remoteAccess.sourceSecurityGroupIds";
  return [violation(group, property, sources, "no SSH key, or the groups it is used from")];
}

/** Without a template EKS sets two hops itself. A template of another stack is judged there. */
function judgeTemplate(graph: Graph, group: Node): readonly Finding[] {
  const required = "a launch template with metadataOptions.httpPutResponseHopLimit: 1";
  if (group.properties.get("launchTemplate").state === "unset") {
    return [violation(group, "launchTemplate", "not set, which allows two hops", required)];
  }
  return pointedAtFrom(graph, group, ["launchTemplate"], TEMPLATE).flatMap((template) =>
    mustBe(template, "metadataOptions.httpPutResponseHopLimit", (hops) => Number(hops) === 1, "1"),
  );
}
