import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { accountOf } from "../../iam/account";
import { parseArn } from "../../iam/arn";
import { covers } from "../../iam/covers";
import { allowing, documentOf, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import type { Statement } from "../../iam/statement";
import { hasWildcard, matchesPattern } from "../../iam/wildcard";
import { judgeEach } from "../judge-each";
import { keyUses } from "../trust/key-uses";
import { LOG_GROUP } from "../trust/log-groups";

const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
const CONTEXT = "kms:encryptioncontext:aws:logs:arn";

export const logGroupKeyUsable: GraphControl = {
  kind: "graph",
  name: "log-group-key-usable",
  description: "The key of a log group lets CloudWatch Logs encrypt that log group with it.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Without that the log group is refused, or once it is there takes no more events: the trace of whatever happens next is missing.",
  fix: {
    text: "Let the service use the key for this log group, or name the key that was made for it.",
    code: `Principal: { Service: "logs.eu-central-1.amazonaws.com" },
Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArn } },`,
  },
  frameworks: { nist: ["AU-5", "AU-9(3)", "SC-12"] },
  check: (graph) =>
    judgeEach(
      keyUses(graph).filter(({ node }) => node.type === LOG_GROUP),
      ({ node, property, key }) => judgeGroup(graph, node, property, key),
    ),
};

/** The policy that AWS gives a key by default trusts the account alone, and no service. */
function judgeGroup(graph: Graph, group: Node, property: string, key: Node): readonly Finding[] {
  const documents = [key, ...graph.pointingTo(key, "keyId", KEY_POLICY)].map((holder) =>
    documentOf(holder.properties.get("policy"), "policy"),
  );
  const statements = documents
    .flatMap(allowing)
    .filter((statement) => covers(statement, "kms:GenerateDataKey"));
  const forLogs = statements.filter(letsLogsIn);
  if (forLogs.some((statement) => isForGroup(statement, group))) return [];
  const isUnknown =
    (forLogs.length > 0 && group.properties.get("name").state === "unknown") ||
    documents.some((document) => unknownParts(document).length > 0) ||
    statements.some(({ principals }) => principals.unknown.length > 0);
  if (isUnknown) return [deferred(group, property)];
  return [
    violation(
      group,
      property,
      `key ${key.name}, which does not let CloudWatch Logs use it for ${group.name}`,
      "a key whose policy names the log group",
      { finding: `Key::${key.name}`, path: [group.name, key.name] },
    ),
  ];
}

function letsLogsIn({ principals }: Statement): boolean {
  return principals.values
    .map(principalOf)
    .some(
      (principal) =>
        principal.kind === "anyone" || (principal.kind === "service" && /^logs\./.test(principal.service)),
    );
}

/** Without a condition on it, the key is for any log group. */
function isForGroup(statement: Statement, group: Node): boolean {
  return statement.conditions
    .filter(({ key }) => key.toLowerCase() === CONTEXT)
    .every(
      ({ values }) => values.unknown.length > 0 || values.values.some(({ value }) => isNamed(value, group)),
    );
}

function isNamed(text: string, group: Node): boolean {
  const arn = parseArn(text);
  if (arn === undefined) return /^[*?]+$/.test(text);
  const isHere = hasWildcard(arn.account) || [undefined, arn.account].includes(accountOf(group));
  const pattern = arn.resource.replace(/^log-group:/, "").replace(/:\*$/, "");
  return isHere && matchesPattern(pattern, nameOf(group));
}

/** A name that the program leaves open begins with the name in the program. */
function nameOf(group: Node): string {
  const [name, prefix] = [group.properties.get("name"), group.properties.get("namePrefix")];
  if (name.state === "known") return String(name.value);
  return `${prefix.state === "known" ? String(prefix.value) : group.name}-0000000`;
}
