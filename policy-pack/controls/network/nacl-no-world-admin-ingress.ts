import type { Finding, GraphControl } from "../../core";
import { deferred, violation } from "../../core";
import { addressesOf, holds } from "../../network/cidr";
import { ingressAclRules, type NetworkAclRule } from "../../network/network-acl-rule";
import { opensPort, portsInWords } from "../../network/ports";
import { coversWorld, reachesPublic } from "../../network/world";

/** SSH and RDP. */
const ADMINISTRATION = [22, 3389];

export const naclNoWorldAdminIngress: GraphControl = {
  name: "nacl-no-world-admin-ingress",
  description: "No network ACL lets the whole internet reach SSH or RDP.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The ACL is the second lock, for the day on which a security group is opened by mistake.",
  fix: {
    text: "Allow private CIDRs only; where answers from the internet must come in on high ports, deny 3389 before that.",
    code: `{ ruleNo: 100, action: "allow", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlock: vpcCidr }`,
  },
  frameworks: {
    cis: ["6.2"],
    nist: ["SC-7", "SC-7(5)", "SC-7(11)", "SC-7(12)", "SC-7(21)"],
    fsbp: ["EC2.21"],
    checkov: ["CKV_AWS_229", "CKV_AWS_230", "CKV_AWS_231", "CKV_AWS_232", "CKV_AWS_352"],
  },
  kind: "graph",
  check: (graph) => {
    const { rules, unknown } = ingressAclRules(graph);
    if (rules.length === 0 && unknown.length === 0) return "not-applicable";
    return [
      ...rules.filter(({ allows }) => allows).flatMap((rule) => judgeRule(rule, rules)),
      ...unknown.map(({ node, property }) => deferred(node, property)),
    ];
  },
};

function judgeRule(rule: NetworkAclRule, all: readonly NetworkAclRule[]): readonly Finding[] {
  if (rule.cidr.state === "unknown" || rule.ports.kind === "unknown")
    return [deferred(rule.node, rule.property)];
  const open = ADMINISTRATION.filter((port) => opensPort(rule.ports, port) && isOpen(rule, port, all));
  if (open.length === 0) return [];
  const found = `${portsInWords(rule.ports)}, ${cidrOf(rule)}`;
  const required = `no port ${open.join(" or ")} from the internet`;
  return [
    violation(rule.node, rule.property, found, required, { finding: `${cidrOf(rule)}:${open.join(",")}` }),
  ];
}

/** Whether a rule, with others of its ACL, opens a port to the world, and no rule before it denies that. */
function isOpen(rule: NetworkAclRule, port: number, all: readonly NetworkAclRule[]): boolean {
  const same = all.filter((other) => other.acl === rule.acl && opensPort(other.ports, port));
  if (same.some((other) => !other.allows && other.number < rule.number && covers(other, rule))) return false;
  const together = same.filter(({ allows }) => allows).map(cidrOf);
  return coversWorld([cidrOf(rule)]) || (reachesPublic(cidrOf(rule)) && coversWorld(together));
}

function covers(outer: NetworkAclRule, inner: NetworkAclRule): boolean {
  const [a, b] = [addressesOf(cidrOf(outer)), addressesOf(cidrOf(inner))];
  return a !== undefined && b !== undefined && holds(a, b);
}

const cidrOf = ({ cidr }: NetworkAclRule): string => (cidr.state === "known" ? String(cidr.value) : "");
