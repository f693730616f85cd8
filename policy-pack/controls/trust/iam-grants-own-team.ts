import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { demands, limitedBy } from "../../iam/condition";
import { allowing, unknownParts } from "../../iam/document";
import type { OwnedDocument } from "../../iam/identity-documents";
import type { Statement } from "../../iam/statement";
import { judgeEach } from "../judge-each";
import { canBeGiven, givenTo } from "./given";
import { grantHolders } from "./grant-holders";
import { keysByAlias } from "./key-aliases";
import { isNameKnown, resourcesNamed, wordsFor } from "./named-resources";
import { owningTeam, teamOf } from "./team";

const ENDPOINT = "aws:sagemaker/endpoint:Endpoint";
const INLINE = "aws:iam/rolePolicy:RolePolicy";
/** What teams let others call. */
const CALLED = [ENDPOINT, "aws:lambda/function:Function", "aws:sfn/stateMachine:StateMachine"];
/** `aws:ResourceTag/Team`, and the older keys of single services: `ec2:ResourceTag/Team`. */
const RESOURCE_TEAM = /^[a-z0-9]+:resourcetag\/team$/i;

export const iamGrantsOwnTeam: GraphControl = {
  kind: "graph",
  name: "iam-grants-own-team",
  description:
    "The policies of a team's roles name no store, key, secret, queue, function, endpoint or role of another team that this team has not given.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Within an account a role's own policy is enough to read another team's data, and nobody of that team is asked.",
  fix: {
    text: "Name the role's own team's things. A bucket, queue, topic, table or stream is given in its own policy, the calling of an endpoint or function in a policy that stands in its team's component or carries its team's tag; secrets and keys are not shared.",
    code: `new s3.BucketPolicy("vision-data", { bucket: visionData.id, policy: lettingRead(fraudTraining.arn) });`,
  },
  frameworks: { nist: ["AC-3", "AC-4", "AC-6"] },
  check: (graph) => {
    const owned = grantHolders(graph).flatMap(({ node, documents }) => {
      const team = teamOf(node);
      return team === undefined ? [] : documents.map((document) => ({ node, team, document }));
    });
    return judgeEach(owned, ({ node, team, document }) => judgeDocument(graph, node, team, document));
  },
};

/** Something that a document names, and where. */
interface Named {
  readonly property: string;
  readonly target: Node;
}

function judgeDocument(graph: Graph, grantee: Node, team: string, owned: OwnedDocument): readonly Finding[] {
  const holder = graph.byUrn(owned.subject.urn) ?? grantee;
  const byTag = allowing(owned.document).flatMap((statement) => judgeTags(holder, grantee, team, statement));
  const byName = namedIn(graph, holder, team, owned).flatMap(({ property, target }): readonly Finding[] => {
    const other = owningTeam(graph, target);
    if (other === undefined || other === team || target === grantee) return [];
    const given = isGiven(graph, holder, target, team, other);
    if (given === "given") return [];
    if (given === "unknown") return [deferred(holder, property)];
    return [
      violation(
        holder,
        property,
        `${wordsFor(target) ?? ""} ${target.name} of team ${other}, for role ${grantee.name} of team ${team}`,
        `what team ${team} has, or is given by team ${other}`,
        { finding: `${target.name}::${other}`, path: [grantee.name, holder.name, target.name] },
      ),
    ];
  });
  return [...byTag, ...byName, ...judgeGiver(graph, holder, grantee, team, owned)];
}

/**
 * An inline policy in one team's component on another team's role: what a team gives others is the calling of its
 * endpoints; whatever else it puts there, the role's own team did not decide.
 */
function judgeGiver(
  graph: Graph,
  holder: Node,
  grantee: Node,
  team: string,
  { document, property }: OwnedDocument,
): readonly Finding[] {
  const giver = holder.type === INLINE ? owningTeam(graph, holder) : undefined;
  if (giver === undefined || giver === team) return [];
  const isOwnEndpoint = (target: Node) =>
    target.type === ENDPOINT && [giver, undefined].includes(owningTeam(graph, target));
  const isCallsAlone = allowing(document).every(({ resources, notResources }) => {
    const named = resources.values.map(({ value }) => resourcesNamed(graph, value));
    return !notResources.present && named.every((targets) => targets.some(isOwnEndpoint));
  });
  if (!isCallsAlone) {
    return [
      violation(
        holder,
        "role",
        `role ${grantee.name} of team ${team}, in a component of team ${giver}`,
        `a role of team ${giver}, or a policy that lets call its endpoints alone`,
        { finding: `${grantee.name}::${giver}` },
      ),
    ];
  }
  // What is not known yet is an endpoint where the policy refers to one.
  const isTold = holder.references(property).some(({ type }) => type === ENDPOINT);
  return isUnknownIn(document) && !isTold ? [deferred(holder, "role")] : [];
}

const isUnknownIn = (document: OwnedDocument["document"]): boolean =>
  unknownParts(document).length > 0 ||
  allowing(document).some(({ resources }) => resources.unknown.length > 0);

/** A condition on the tag of what is used may let in all that another team has. */
function judgeTags(holder: Node, grantee: Node, team: string, { conditions }: Statement): readonly Finding[] {
  return conditions
    .filter(({ operator, key }) => RESOURCE_TEAM.test(key) && demands(operator, key))
    .flatMap(({ values }) => values.values)
    .filter(({ value }) => value !== team && value !== "${aws:PrincipalTag/Team}")
    .map(({ value, path }) =>
      violation(
        holder,
        path,
        `"${value}", for role ${grantee.name} of team ${team}`,
        `"${team}", or \${aws:PrincipalTag/Team}`,
        { finding: `Team::${value}` },
      ),
    );
}

function isGiven(graph: Graph, holder: Node, target: Node, team: string, other: string) {
  if (canBeGiven(target)) return givenTo(graph, target, team);
  // What is only called has no policy of its own for roles: its team gives by a policy that is the team's.
  return CALLED.includes(target.type) && owningTeam(graph, holder) === other ? "given" : "not-given";
}

function namedIn(graph: Graph, holder: Node, team: string, owned: OwnedDocument): readonly Named[] {
  const { document, property } = owned;
  const statements = allowing(document).filter((statement) => !isForTeam(statement, team));
  const byText = statements.flatMap((statement) => namedBy(graph, statement));
  const isUnknown = isUnknownIn(document);
  // A name that the provider makes up is told by the edge alone.
  const byEdge = holder
    .references(property)
    .filter((target) => wordsFor(target) !== undefined && (isUnknown || !isNameKnown(target)))
    .filter((target) => !byText.some((each) => each.target === target))
    .map((target) => ({ property, target }));
  return [...byText, ...byEdge];
}

function namedBy(graph: Graph, { resources, conditions }: Statement): readonly Named[] {
  const byArn = resources.values.flatMap(({ value, path }) =>
    resourcesNamed(graph, value).map((target) => ({ property: path, target })),
  );
  const byAlias = conditions
    .filter(({ key }) => key.toLowerCase() === "kms:resourcealiases")
    .flatMap(({ values }) => values.values)
    .flatMap(({ value, path }) => keysByAlias(graph, value).map((target) => ({ property: path, target })));
  return [...byArn, ...byAlias];
}

/** Whether a statement is for resources with the team's own tag alone. */
function isForTeam(statement: Statement, team: string): boolean {
  const own = (key: string) =>
    RESOURCE_TEAM.test(key)
      ? (value: string) => value === team || value === "${aws:PrincipalTag/Team}"
      : undefined;
  return limitedBy(statement, own) === "limits";
}
