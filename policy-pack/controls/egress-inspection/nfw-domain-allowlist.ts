import {
  type Context,
  deferred,
  type Element,
  type Finding,
  judgeValue,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { isWide } from "./destinations";
import { isApproved, tooWide } from "./domains";
import { passRules } from "./suricata";

const SOURCE = "ruleGroup.rulesSource";
const LIST = `${SOURCE}.rulesSourceList`;

export const nfwDomainAllowlist: ResourceControl = {
  kind: "resource",
  name: "nfw-domain-allowlist",
  description:
    "A firewall's rules pass named domains only: no list of what is denied, no cloud's whole domain, no place to drop files, and nothing to anywhere.",
  severity: "high",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A list that allows .amazonaws.com allows an attacker's bucket: data leaves through the firewall as if it were approved.",
  fix: {
    text: "List the hosts that are needed, each as narrow as it can be; the company's approved list is in the pack's settings.",
    code: `rulesSourceList: {
  generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI"], targets: ["pypi.org", "files.pythonhosted.org"],
},`,
  },
  frameworks: { nist: ["SC-7(5)", "SC-7(8)", "SC-7(10)"] },
  types: ["aws:networkfirewall/ruleGroup:RuleGroup"],
  check: (group, context) => [
    ...judgeList(group, context),
    ...["rules", `${SOURCE}.rulesString`].flatMap((property) => judgeRules(group, property, context)),
    ...judgeStatefulRules(group),
    ...judgeStatelessRules(group),
  ],
};

function judgeList(group: Subject, context: Context): readonly Finding[] {
  if (group.properties.get(LIST).state === "unset") return [];
  const type = `${LIST}.generatedRulesType`;
  const targets = group.properties.list(`${LIST}.targets`);
  return [
    ...judgeValue(group, type, group.properties.get(type), (value) => value === "ALLOWLIST", '"ALLOWLIST"'),
    ...(targets.state === "unknown" ? [deferred(group, `${LIST}.targets`)] : []),
    ...(targets.state === "known"
      ? targets.value.flatMap(({ path, value }) =>
          value.state === "unknown"
            ? [deferred(group, path)]
            : judgeTarget(group, path, String(value.state === "known" ? value.value : ""), context),
        )
      : []),
  ];
}

function judgeTarget(group: Subject, property: string, target: string, context: Context): readonly Finding[] {
  const approved = context.settings.approvedDomains[context.tier];
  const wide = tooWide(target);
  if (wide !== undefined) {
    return [
      violation(group, property, `"${target}", ${wide}`, "the names of the hosts that are needed", {
        finding: `Domain::${target}`,
      }),
    ];
  }
  if (approved === undefined || isApproved(target, approved)) return [];
  return [
    violation(group, property, `"${target}"`, `a domain that is approved for ${context.tier}`, {
      finding: `Domain::${target}`,
    }),
  ];
}

function judgeRules(group: Subject, property: string, context: Context): readonly Finding[] {
  const rules = group.properties.get(property);
  if (rules.state === "unknown") return [deferred(group, property)];
  if (rules.state === "unset") return [];
  return passRules(String(rules.value)).flatMap((rule) => {
    if (rule.hosts.length > 0)
      return rule.hosts.flatMap((host) => judgeTarget(group, property, host, context));
    return isWide(group, rule.destination) && !rule.beforeConnection
      ? [passesAll(group, property, rule.text)]
      : [];
  });
}

/** Rules by addresses and ports: a pass to anywhere needs no domain at all. */
function judgeStatefulRules(group: Subject): readonly Finding[] {
  return passing(group, `${SOURCE}.statefulRules`, ({ properties }) => {
    const action = properties.get("action");
    if (
      action.state !== "unset" &&
      !(action.state === "known" && String(action.value).toUpperCase() !== "PASS")
    ) {
      const destination = properties.get("header.destination");
      return action.state === "unknown" || destination.state === "unknown"
        ? "unknown"
        : isWide(group, destination.state === "known" ? String(destination.value) : "ANY");
    }
    return false;
  });
}

/** A stateless pass goes past the stateful engine, and so past every list of domains. */
function judgeStatelessRules(group: Subject): readonly Finding[] {
  return passing(group, `${SOURCE}.statelessRulesAndCustomActions.statelessRules`, ({ properties }) => {
    const actions = properties.list("ruleDefinition.actions");
    if (actions.state === "unknown") return "unknown";
    const passes =
      actions.state === "known" &&
      actions.value.some(({ value }) => value.state === "known" && value.value === "aws:pass");
    if (!passes) return false;
    const destinations = properties.list("ruleDefinition.matchAttributes.destinations");
    if (destinations.state !== "known") return destinations.state === "unset" ? true : "unknown";
    return destinations.value.length === 0 || isWide(group, ...destinations.value.map(addressAt));
  });
}

const addressAt = ({ properties }: Element): string => {
  const address = properties.get("addressDefinition");
  return address.state === "known" ? String(address.value) : "";
};

function passing(
  group: Subject,
  property: string,
  passes: (rule: Element) => boolean | "unknown",
): readonly Finding[] {
  const rules = group.properties.list(property);
  if (rules.state === "unknown") return [deferred(group, property)];
  if (rules.state === "unset") return [];
  return rules.value.flatMap((rule) => {
    const answer = passes(rule);
    if (answer === "unknown") return [deferred(group, rule.path)];
    return answer ? [passesAll(group, rule.path, "a rule that passes everything to anywhere")] : [];
  });
}

function passesAll(group: Subject, property: string, found: string): Finding {
  return violation(group, property, found, "rules that pass named domains, or named addresses", {
    finding: "pass-any",
  });
}
