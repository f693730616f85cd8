import type { Graph, Node, Properties } from "../contract/subject";
import type { Value } from "../contract/value";
import { join } from "../core/path";
import { type Ports, portsOf } from "./ports";
import type { UnknownRules } from "./security-group-rule";

/** One ingress rule of a network ACL, inline or a resource of its own. */
export interface NetworkAclRule {
  readonly node: Node;
  /** The ACL that it belongs to. */
  readonly acl: string;
  readonly number: number;
  readonly allows: boolean;
  readonly ports: Ports;
  readonly property: string;
  readonly cidr: Value;
}

const INLINE = ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"];
const STANDALONE = "aws:ec2/networkAclRule:NetworkAclRule";

/** Every ingress rule of a stack's network ACLs, and where rules cannot be told yet. */
export function ingressAclRules(graph: Graph): {
  readonly rules: readonly NetworkAclRule[];
  readonly unknown: readonly UnknownRules[];
} {
  const rules: NetworkAclRule[] = [];
  const unknown: UnknownRules[] = [];
  for (const node of graph.byType(...INLINE)) {
    const list = node.properties.list("ingress");
    if (list.state === "unknown") unknown.push({ node, property: "ingress" });
    for (const { path, value, properties } of list.state === "known" ? list.value : []) {
      if (value.state === "unknown") unknown.push({ node, property: path });
      else rules.push(...rulesOf(node, node.urn, path, properties, { number: "ruleNo", action: "action" }));
    }
  }
  for (const node of graph.byType(STANDALONE)) {
    const egress = node.properties.get("egress");
    if (egress.state === "unknown") unknown.push({ node, property: "egress" });
    else if (egress.state === "unset" || egress.value !== true) {
      const names = { number: "ruleNumber", action: "ruleAction" };
      rules.push(...rulesOf(node, aclOf(node), "", node.properties, names));
    }
  }
  return { rules, unknown };
}

function rulesOf(
  node: Node,
  acl: string,
  at: string,
  properties: Properties,
  names: { readonly number: string; readonly action: string },
): readonly NetworkAclRule[] {
  const number = properties.get(names.number);
  const action = properties.get(names.action);
  const denies = action.state === "known" && String(action.value).toLowerCase() === "deny";
  return ["cidrBlock", "ipv6CidrBlock"].flatMap((name) => {
    const cidr = properties.get(name);
    if (cidr.state === "unset") return [];
    return [
      {
        node,
        acl,
        number: number.state === "known" ? Number(number.value) : 0,
        allows: !denies,
        ports: portsOf(properties.get("protocol"), properties.get("fromPort"), properties.get("toPort")),
        property: join(at, name),
        cidr,
      },
    ];
  });
}

function aclOf(node: Node): string {
  const id = node.properties.get("networkAclId");
  const byEdge = node.references("networkAclId")[0]?.urn;
  return byEdge ?? (id.state === "known" && typeof id.value === "string" ? id.value : node.urn);
}
