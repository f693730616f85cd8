import type { Graph, Node } from "../../core";
import { BUCKETS, ROLE } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { allowing, documentOf, type PolicyDocument, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import type { Statement } from "../../iam/statement";
import { partsOf } from "../storage/buckets";
import { rolesLetIn, rolesOfUnknown } from "./roles";
import { PRINCIPAL_TEAM, teamOf } from "./team";

/** What else than a bucket has a policy of its own, which another resource holds: its type, and the input that says whose. */
const POLICIES: Readonly<Record<string, { readonly type: string; readonly input: string }>> = {
  "aws:dynamodb/table:Table": { type: "aws:dynamodb/resourcePolicy:ResourcePolicy", input: "resourceArn" },
  "aws:ecr/repository:Repository": {
    type: "aws:ecr/repositoryPolicy:RepositoryPolicy",
    input: "repository",
  },
  "aws:kinesis/stream:Stream": { type: "aws:kinesis/resourcePolicy:ResourcePolicy", input: "resourceArn" },
  "aws:sns/topic:Topic": { type: "aws:sns/topicPolicy:TopicPolicy", input: "arn" },
  "aws:sqs/queue:Queue": { type: "aws:sqs/queuePolicy:QueuePolicy", input: "queueUrl" },
};

/** Whether a resource can have a policy by which its owner lets others in. Keys and secrets have one, and are not shared. */
export const canBeGiven = ({ type }: Node): boolean => BUCKETS.includes(type) || POLICIES[type] !== undefined;

function policiesBeside(graph: Graph, target: Node): readonly Node[] {
  if (BUCKETS.includes(target.type)) return partsOf(graph, target, "Policy");
  const beside = POLICIES[target.type];
  return beside === undefined ? [] : graph.pointingTo(target, beside.input, beside.type);
}

/** Whether the owner of a bucket, or of what else has a policy, lets another team in: surely, surely not, or not to be told before deployment. */
export type Given = "given" | "not-given" | "unknown";

/**
 * Whether a bucket's own policy lets a team in: a role of the team, or a whole account that is not kept for others by
 * the callers' names or teams.
 */
export function givenTo(graph: Graph, bucket: Node, team: string): Given {
  return givenBy(graph, bucket, (role) => teamOf(role) === team, team);
}

/** Whether the policy of a bucket lets in one role; what has no policy lets nobody in by itself. */
export function isLetIn(graph: Graph, bucket: Node, role: Node): Given {
  return givenBy(graph, bucket, (each) => each === role, teamOf(role));
}

function givenBy(
  graph: Graph,
  bucket: Node,
  isMeant: (role: Node) => boolean,
  team: string | undefined,
): Given {
  const policies = [bucket, ...policiesBeside(graph, bucket)].map((holder) => ({
    holder,
    document: documentOf(holder.properties.get("policy"), "policy"),
  }));
  const isGiven = policies.some(
    ({ holder, document }) =>
      allowing(document).some((statement) => letsIn(graph, holder, statement, bucket, isMeant, team)) ||
      rolesOfUnknown(document, holder, "policy").some(isMeant),
  );
  if (isGiven) return "given";
  return policies.some(({ holder, document }) => mayStillGive(holder, document)) ? "unknown" : "not-given";
}

/** Principals that are not known yet are the roles that the policy refers to, where it refers to any. */
function mayStillGive(holder: Node, document: PolicyDocument): boolean {
  const isTold = holder.references("policy").some(({ type }) => type === ROLE);
  return (
    unknownParts(document).length > 0 ||
    (!isTold && allowing(document).some(({ principals }) => principals.unknown.length > 0))
  );
}

function letsIn(
  graph: Graph,
  holder: Node,
  statement: Statement,
  bucket: Node,
  isMeant: (role: Node) => boolean,
  team: string | undefined,
): boolean {
  if (rolesLetIn(graph, holder, "policy", statement).some(isMeant)) return true;
  const isWhole = statement.principals.values.some((written) => {
    const principal = principalOf(written);
    if (principal.kind === "anyone") return true;
    return principal.kind === "account" && [undefined, principal.account].includes(accountOf(bucket));
  });
  return (
    isWhole && statement.conditions.every(({ key, values }) => holdsFor(key.toLowerCase(), values, team))
  );
}

/** Conditions on who calls keep others out; those on the network or the organization do not. */
function holdsFor(key: string, values: Statement["actions"], team: string | undefined): boolean {
  if (key === PRINCIPAL_TEAM) return values.values.some(({ value }) => value === team);
  return key !== "aws:principalarn" && !key.startsWith("aws:principaltag/") && key !== "aws:userid";
}
