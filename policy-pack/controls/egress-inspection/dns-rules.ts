import { deferred, type Finding, type Graph, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";

const RULE = "aws:route53/resolverFirewallRule:ResolverFirewallRule";
const LIST = "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList";

/** All names there are, or all of a top-level domain, and so all data that names can carry. */
const ANY_NAME = /^\*\.?([a-z]+\.?)?$/i;

/**
 * Findings for a group of rules: one of them blocks some names, or what looks like a tunnel, and none lets every name
 * through. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html
 */
export function judgeGroup(graph: Graph, group: Node): readonly Finding[] {
  const rules = graph.pointingTo(group, "firewallRuleGroupId", RULE);
  const open = rules.filter((rule) => does(rule, "ALLOW") && namesOf(graph, rule).some(isAnyName));
  if (open.length > 0)
    return open.map((rule) => violation(rule, "action", "ALLOW of every name", "named domains"));
  if (rules.some((rule) => mayAllowAll(graph, rule))) return [deferred(group, "rules")];
  const blocking = rules.filter((rule) => does(rule, "BLOCK") && !isOfNothing(graph, rule));
  if (blocking.some((rule) => !hasLateNames(graph, rule))) return [];
  if (blocking.length > 0 || rules.some(hasLateAction)) return [deferred(group, "rules")];
  return [violation(group, "rules", "no rule that blocks", 'a ResolverFirewallRule with action "BLOCK"')];
}

/** Whether a rule allows every name once the rest of it is known: its action, or the names that it is for. */
function mayAllowAll(graph: Graph, rule: Node): boolean {
  if (hasLateAction(rule)) return namesOf(graph, rule).some(isAnyName);
  return does(rule, "ALLOW") && hasLateNames(graph, rule);
}

const hasLateAction = (rule: Node): boolean => rule.properties.get("action").state === "unknown";

const hasLateNames = (graph: Graph, rule: Node): boolean =>
  listsOf(graph, rule).some((list) => list.properties.list("domains").state === "unknown");

function does(rule: Node, what: string): boolean {
  const action = rule.properties.get("action");
  return action.state === "known" && action.value === what;
}

/** Whether a rule goes by a list that this stack makes, and that has nothing in it. */
function isOfNothing(graph: Graph, rule: Node): boolean {
  return listsOf(graph, rule).some((list) => {
    const domains = list.properties.list("domains");
    return domains.state === "unset" || (domains.state === "known" && domains.value.length === 0);
  });
}

function namesOf(graph: Graph, rule: Node): readonly string[] {
  return listsOf(graph, rule).flatMap((list) => {
    const domains = list.properties.list("domains");
    const values = domains.state === "known" ? domains.value.map(({ value }) => value) : [];
    return values.flatMap((value) => (value.state === "known" ? [String(value.value)] : []));
  });
}

const isAnyName = (name: string): boolean => ANY_NAME.test(name);

const listsOf = (graph: Graph, rule: Node): readonly Node[] =>
  pointedAtFrom(graph, rule, ["firewallDomainListId"], LIST);
