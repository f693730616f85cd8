import type { Graph } from "../../core";
import { ROLE } from "../../core/resource-types";
import { namesEverything, parseArn } from "../../iam/arn";
import { type LimitingKeys, limitedBy } from "../../iam/condition";
import type { Statement } from "../../iam/statement";
import { hasWildcard, patternTest } from "../../iam/wildcard";
import { DIRECT } from "./escalations";
import { MOVERS } from "./role-movers";
import { RUNNERS } from "./role-runners";
import { type Grant, type GrantHolder, grantsOf } from "./grant-holders";
import { rolesNamed } from "./roles";
import { teamOf } from "./team";

const TAKERS = [...RUNNERS, ...MOVERS];

/** One way in which a holder can give itself more: the actions, one after the other, and the grant that opens it. */
export interface EscalationWay {
  readonly steps: readonly string[];
  readonly grant: Grant;
}

/** Every way that a holder has by itself, of the known ones. */
export function escalationWays(graph: Graph, holder: GrantHolder): readonly EscalationWay[] {
  const direct = DIRECT.flatMap((action) =>
    grantsOf(holder, action)
      .filter(({ statement }) => isLoose(holder, statement, action))
      .map((grant) => ({ steps: [action], grant })),
  );
  const passes = grantsOf(holder, "iam:PassRole").flatMap((grant) =>
    passedRoles(graph, holder, grant).map((role) => ({ grant, role })),
  );
  const byPassing = passes.flatMap(({ grant, role }) =>
    TAKERS.filter(({ service }) => passesTo(grant.statement, service)).flatMap(({ actions }) =>
      actions
        .filter((action) => grantsOf(holder, action).length > 0)
        .map((action) => ({ steps: [`iam:PassRole on ${role}`, action], grant })),
    ),
  );
  return [...direct, ...byPassing];
}

const narrow = (value: string): boolean => !/^[*?]*$/.test(value);

/** Conditions that bind what is given away: to a boundary, to policies, or to what carries a tag. */
const binding: LimitingKeys = (key) =>
  /^(iam:(permissionsboundary|policyarn)|aws:(resource|request)tag\/.+|[a-z0-9-]+:resourcetag\/.+)$/.test(key)
    ? narrow
    : undefined;

/** Whether a statement reaches more than resources that it names; of identities, more than others that it names. */
function isLoose({ node }: GrantHolder, statement: Statement, action: string): boolean {
  if (limitedBy(statement, binding) !== "open") return false;
  if (statement.notResources.present) return true;
  return statement.resources.values.some(({ value }) => {
    if (isWide(value)) return true;
    return action.startsWith("iam:") && (hasWildcard(value) || namesItself(value));
  });

  function namesItself(resource: string): boolean {
    const name = node.type === ROLE ? node.properties.get("name") : undefined;
    return name?.state === "known" && resource.endsWith(`/${String(name.value)}`);
  }
}

/** Everything, or everything of one kind: `role/*`, `function:*`. What stands before the slash in S3 is a bucket. */
function isWide(resource: string): boolean {
  if (namesEverything(resource)) return true;
  const arn = parseArn(resource);
  if (arn?.service === "s3") return /^[*?]+(\/|$)/.test(arn.resource);
  return /^[a-z-]*[/:]?[*?]+$/i.test(arn?.resource ?? "");
}

/** The roles that a grant of iam:PassRole lets pass and that are more than the holder's own: any, or another team's. */
function passedRoles(graph: Graph, { node }: GrantHolder, { owned, statement }: Grant): readonly string[] {
  if (statement.notResources.present) return ["any role"];
  const own = teamOf(node);
  const named = statement.resources.values.flatMap(({ value }) => rolesNamed(graph, value));
  const behind =
    statement.resources.unknown.length === 0
      ? []
      : (graph.byUrn(owned.subject.urn)?.references(owned.property) ?? []).filter(
          ({ type }) => type === ROLE,
        );
  const foreign = [...new Set([...named, ...behind])].filter((role) => {
    const team = teamOf(role);
    return own !== undefined && team !== undefined && team !== own;
  });
  return [
    ...(statement.resources.values.some(({ value }) => isWide(value)) ? ["any role"] : []),
    ...foreign.map((role) => `${role.name} of team ${teamOf(role) ?? ""}`),
  ];
}

/** Whether roles may be passed to a service: to any, unless a condition names services. */
function passesTo(statement: Statement, service: string): boolean {
  const lines = statement.conditions.filter(({ key }) => key.toLowerCase() === "iam:passedtoservice");
  return lines.every(
    ({ values }) =>
      values.unknown.length > 0 ||
      values.values.some(({ value }) => patternTest(value, { ignoreCase: true })(service)),
  );
}
