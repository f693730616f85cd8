import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { type AccountSetUp, accountsSetUp } from "../../topology/accounts";
import { bucketsOf } from "../storage/buckets";
import { accountOf } from "../../iam/account";

const HUB = "aws:securityhub/account:Account";
const STANDARD = "aws:securityhub/standardsSubscription:StandardsSubscription";
const ANALYZER = "aws:accessanalyzer/analyzer:Analyzer";
const MACIE = "aws:macie2/account:Account";
const INSPECTOR = "aws:inspector2/enabler:Enabler";

/** What Inspector looks for holes in. https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html */
const SCANNED = ["EC2", "ECR", "LAMBDA"];

/** Analyzers of access from outside. Those of unused or internal access look for something else. */
const EXTERNAL = ["ACCOUNT", "ORGANIZATION"];

export const securityhubAndAnalyzerOn: GraphControl = {
  kind: "graph",
  name: "securityhub-and-analyzer-on",
  description:
    "Every account has Security Hub with AWS's best practices, Access Analyzer and Inspector, and Macie where data is.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "They judge what is really there, also what no program declared: a share, a hole in an image, personal data where none should be.",
  fix: {
    text: "Switch the services on where the account is set up, or let the organization do it and say so in policy-pack/company.json.",
    code: `new securityhub.Account("hub");
new accessanalyzer.Analyzer("external", { analyzerName: "external", type: "ACCOUNT" });
new inspector2.Enabler("scans", { accountIds: [account], resourceTypes: ["EC2", "ECR", "LAMBDA"] });
new macie2.Account("data", { status: "ENABLED" });`,
  },
  frameworks: {
    cis: ["2.18", "3.1.3", "5.16"],
    nist: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14"],
    fsbp: ["Inspector.1", "Inspector.2", "Inspector.4", "Macie.1"],
  },
  check: (graph, { settings }) => {
    const accounts = accountsSetUp(graph);
    if (accounts.length === 0) return "not-applicable";
    const isDue = (service: string) => !settings.organizationServices.includes(service);
    return accounts.flatMap((account) => [
      ...(isDue("securityhub") ? judgeHub(account) : []),
      ...(isDue("access-analyzer") ? judgeAnalyzer(account) : []),
      ...(isDue("inspector") ? judgeInspector(account) : []),
      ...(isDue("macie") ? judgeMacie(graph, account) : []),
    ]);
  },
};

function missing({ node }: AccountSetUp, what: string, required: string): readonly Finding[] {
  return [violation(node, what, "not in this account", required, { finding: what })];
}

/** Security Hub takes AWS's best practices by itself, unless it is told not to. */
function judgeHub(account: AccountSetUp): readonly Finding[] {
  const hubs = account.byType(HUB);
  if (hubs.length === 0) return missing(account, "securityHub", "Security Hub with AWS's best practices");
  const subscribed = account.byType(STANDARD);
  const hasStandard = subscribed.some((standard) => {
    const arn = standard.properties.get("standardsArn");
    return arn.state === "known" && /aws-foundational-security-best-practices/.test(String(arn.value));
  });
  const late = subscribed.find((standard) => standard.properties.get("standardsArn").state === "unknown");
  const isNotOff = (value: unknown) => !isFalse(value);
  const standards = "true, or a subscription to AWS's best practices";
  return hubs.flatMap((hub) => [
    ...(hasStandard
      ? []
      : orLater(late, mustBe(hub, "enableDefaultStandards", isNotOff, standards, { unset: true }))),
    // What AWS adds to a standard later is otherwise never judged.
    ...mustBe(hub, "autoEnableControls", isNotOff, "true", { unset: true }),
  ]);
}

/** A subscription that is not known yet may be to the best practices. */
function orLater(late: Node | undefined, findings: readonly Finding[]): readonly Finding[] {
  return late === undefined || findings.length === 0 ? findings : [deferred(late, "standardsArn")];
}

function judgeAnalyzer(account: AccountSetUp): readonly Finding[] {
  const isExternal = (node: Node) => {
    const type = node.properties.get("type");
    return type.state !== "known" || EXTERNAL.includes(String(type.value));
  };
  return account.byType(ANALYZER).some(isExternal)
    ? []
    : missing(account, "accessAnalyzer", "an analyzer of access from outside");
}

function judgeInspector(account: AccountSetUp): readonly Finding[] {
  const enablers = account.byType(INSPECTOR).filter((node) => isFor(node, account));
  const lists = enablers.map((node) => node.properties.list("resourceTypes"));
  const unknown = enablers.find((_, i) => lists[i]?.state === "unknown");
  if (unknown !== undefined) return [deferred(unknown, "resourceTypes")];
  const elsewhere = enablers.find((node) => node.properties.list("accountIds").state === "unknown");
  if (elsewhere !== undefined) return [deferred(elsewhere, "accountIds")];
  const scanned = lists.flatMap((list) =>
    list.state === "known"
      ? list.value.flatMap(({ value }) => (value.state === "known" ? [value.value] : []))
      : [],
  );
  const unscanned = SCANNED.filter((type) => !scanned.includes(type));
  return unscanned.length === 0 ? [] : missing(account, "inspector", `Inspector for ${unscanned.join(", ")}`);
}

/** An enabler works for the accounts that it names, which need not be the one that it is made in. */
function isFor(enabler: Node, { account }: AccountSetUp): boolean {
  const named = enabler.properties.list("accountIds");
  if (account === undefined || named.state !== "known") return true;
  return named.value.some(({ value }) => value.state !== "known" || value.value === account);
}

function judgeMacie(graph: Graph, account: AccountSetUp): readonly Finding[] {
  if (!bucketsOf(graph).some((bucket) => accountOf(bucket) === account.account)) return [];
  const sessions = account.byType(MACIE);
  if (sessions.length === 0) return missing(account, "macie", "Macie where buckets are");
  return sessions.flatMap((session) =>
    mustBe(session, "status", (status) => status === "ENABLED", '"ENABLED"', { unset: true }),
  );
}
