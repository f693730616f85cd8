import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { accountOf } from "../../iam/account";

const PROVIDER = "pulumi:providers:aws";
const CONTACT = "aws:account/alternativeContact:AlternativeContact";

/** https://docs.aws.amazon.com/securityhub/latest/userguide/account-controls.html */
export const securityContactNamed: GraphControl = {
  kind: "graph",
  name: "security-contact-named",
  description:
    "A stack that names contacts for accounts names one for security, in every account that it reaches.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "AWS tells of leaked keys and abused machines by mail: to this contact, or else to the mailbox of the root user, which nobody reads.",
  fix: {
    text: "Declare the contact in each account, of the type SECURITY.",
    code: `new account.AlternativeContact("security", {
  alternateContactType: "SECURITY", name: "Security team", title: "Security",
  emailAddress: "security@example.com", phoneNumber: "+1 202 555 0100",
}, { provider: ofThatAccount });`,
  },
  frameworks: { nist: ["CM-2", "IR-6"], fsbp: ["Account.1"] },
  check: (graph) => {
    const contacts = graph.byType(CONTACT);
    return contacts.length === 0 ? "not-applicable" : judge(graph, contacts);
  },
};

function judge(graph: Graph, contacts: readonly Node[]): readonly Finding[] {
  const unknown = contacts.filter((contact) => typeOf(contact).state === "unknown");
  if (unknown.length > 0) return unknown.map((contact) => deferred(contact, "alternateContactType"));
  const placed = contacts.filter(({ properties }) => properties.get("accountId").state === "unknown");
  if (placed.length > 0) return placed.map((contact) => deferred(contact, "accountId"));
  const told = new Set(contacts.filter(isForSecurity).map(accountContacted));
  return [...firstOfEachAccount(graph)]
    .filter(([account]) => !told.has(account))
    .map(([account, node]) =>
      violation(node, "alternativeContact", `none for security in ${account}`, 'one of the type "SECURITY"', {
        finding: account,
      }),
    );
}

const typeOf = (contact: Node) => contact.properties.get("alternateContactType");

function isForSecurity(contact: Node): boolean {
  const type = typeOf(contact);
  return type.state === "known" && type.value === "SECURITY";
}

/** The account that a contact is of: another's when it says so. */
function accountContacted(contact: Node): string | undefined {
  const account = contact.properties.get("accountId");
  return account.state === "known" ? String(account.value) : accountOf(contact);
}

/**
 * A resource of each account that the stack reaches, to report at; contacts first, since they are what to change. A
 * provider reaches its account, also where nothing else does.
 */
function firstOfEachAccount(graph: Graph): ReadonlyMap<string, Node> {
  const first = new Map<string, Node>();
  const [providers, others] = [graph.byType(PROVIDER), graph.nodes.filter(({ type }) => type !== PROVIDER)];
  for (const node of [...graph.byType(CONTACT), ...others, ...providers]) {
    const account = node.type === PROVIDER ? accountOf({ provider: node.properties }) : accountOf(node);
    if (account !== undefined && !first.has(account)) first.set(account, node);
  }
  return first;
}
