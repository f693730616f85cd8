import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { BUCKETS } from "../../core/resource-types";
import { parseArn } from "../../iam/arn";
import type { Condition } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { judgeEach } from "../judge-each";
import { isLogDestination } from "../audit/log-destinations";
import { isLogTarget } from "../storage/buckets";
import { classOf, deferredClass } from "./class-of-data";
import { isAllBut, isFalseOf, isRefusedBy } from "./refusals";
import { isPublicData, mustKeepOthersOut } from "./shared-accounts";
import { coversObjects, policyOfBucket, policyOfSecret, SECRET } from "./store-policies";

/** What people do with objects and secrets, each to be refused to whom it is not for. */
const READS = ["s3:GetObject", "s3:GetObjectVersion"];
const WRITES = ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"];
const OF_SECRETS = ["secretsmanager:GetSecretValue"];

const REQUIRED = "a Deny for everyone but named roles or one team";
const AT_HOME = "a Deny for other organizations or accounts besides, whose tags are their own";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const IDENTITY = /^aws:(principalarn|userid|principaltag\/.+)$/i;
const ROLE = /^aws:(principalarn|userid)$/i;
const ORGANIZATION = /^aws:(principalorgid|principalaccount)$/i;
const SERVICE = /^aws:(principalisawsservice|viaawsservice)$/i;

export const classifiedDataNamesUsers: GraphControl = {
  kind: "graph",
  name: "classified-data-names-users",
  description:
    "The policy of a bucket or secret with confidential or restricted data, or of a team that shares its account, refuses everyone whom it does not name, by role, or by team of the own organization.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A role of another team, or an administrator in a hurry, needs one policy too wide to read everything; a refusal where the data lies is read last, and wins. Public data may be read by all, but a model learns from whatever was written there.",
  fix: {
    text: "Add a Deny for everyone, with a condition that leaves out the roles, or the team's tag, that the data is for.",
    code: `{
  Sid: "DenyReadsByOthers", Effect: "Deny", Principal: "*",
  Action: ["s3:GetObject", "s3:GetObjectVersion"], Resource: \`\${bucketArn}/*\`,
  Condition: { StringNotEqualsIfExists: { "aws:PrincipalTag/Team": "fraud" } },
}`,
  },
  frameworks: { nist: ["AC-3", "AC-6"], gdpr: ["25", "32"] },
  check: (graph) => {
    const stores = graph
      .byType(...BUCKETS, SECRET)
      .filter((node) => !isLogTarget(graph, node) && !isLogDestination(graph, node))
      .filter((node) => mustKeepOthersOut(graph, node));
    return judgeEach(stores, (node) =>
      classOf(node) === "unknown" ? deferredClass(node) : judge(graph, node),
    );
  },
};

function judge(graph: Graph, store: Node): readonly Finding[] {
  const isSecret = store.type === SECRET;
  const { blamed, documents, isUnknown } = isSecret
    ? policyOfSecret(graph, store)
    : policyOfBucket(graph, store);
  // A secret's policy is of that secret alone, whatever resource it names.
  const covers = isSecret
    ? (resource: string) => resource === "*" || parseArn(resource)?.service === "secretsmanager"
    : coversObjects(store);
  const ofObjects = isPublicData(store) ? WRITES : [...READS, ...WRITES];
  const actions = isSecret ? OF_SECRETS : ofObjects;
  const isRefusedTo = (action: string, exempts: (condition: Condition) => boolean) =>
    isRefusedBy(documents, {
      action,
      covers,
      exempts,
      accepts: (condition) => exempts(condition) || sparesServices(condition),
    });
  const open = actions.filter((action) => !isRefusedTo(action, namesUsers));
  const byTagAlone = actions.filter(
    (action) =>
      !open.includes(action) && !isRefusedTo(action, namesRoles) && !isRefusedTo(action, namesOrganization),
  );
  if (open.length + byTagAlone.length === 0) return [];
  if (isUnknown) return [deferred(blamed, "policy")];
  const words = (found: string, which: readonly string[]) => `${found}: ${which.join(", ")}`;
  return [
    ...(open.length === 0
      ? []
      : [violation(blamed, "policy", words("left to every other policy", open), REQUIRED)]),
    ...(byTagAlone.length === 0
      ? []
      : [
          violation(blamed, "policy", words("a tag of any account decides", byTagAlone), AT_HOME, {
            finding: "Tag",
          }),
        ]),
  ];
}

const sparesServices = (condition: Condition) => isFalseOf(condition, /^bool(ifexists)?$/i, SERVICE);

/** Whom the refusal is not for. */
const namesUsers = (condition: Condition) => isAllBut(condition, IDENTITY, isSomeone);

const namesRoles = (condition: Condition) => isAllBut(condition, ROLE, isSomeone);

/** Tags are whatever a principal's own account says that they are: they count within an organization or account. */
const namesOrganization = (condition: Condition) =>
  isAllBut(condition, ORGANIZATION, (value) => !hasWildcard(value));

/** Stars alone are nobody's name, and neither is a role of any account. */
function isSomeone(name: string): boolean {
  const arn = parseArn(name);
  return arn === undefined ? !/^[*?:]*$/.test(name) : !hasWildcard(arn.account);
}
