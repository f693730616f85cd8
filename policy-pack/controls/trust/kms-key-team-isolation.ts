import { type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { ROLE } from "../../core/resource-types";
import { covers } from "../../iam/covers";
import { allowing, documentOf } from "../../iam/document";
import type { Statement } from "../../iam/statement";
import { judgeEach } from "../judge-each";
import { KEYS, keyUses } from "./key-uses";
import { logGroupsNamed } from "./log-groups";
import { rolesLetIn, rolesNamed, rolesOfUnknown } from "./roles";
import { owningTeam, PRINCIPAL_TEAM, teamOf } from "./team";

const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
const GRANT = "aws:kms/grant:Grant";
const LOGS_CONTEXT = "kms:encryptioncontext:aws:logs:arn";

/** Actions that read what a key protects, write or sign with it, let another do so, or take it away. */
const USES = [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DeriveSharedSecret",
  "kms:DisableKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyPair",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:PutKeyPolicy",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:ScheduleKeyDeletion",
  "kms:Sign",
];

export const kmsKeyTeamIsolation: GraphControl = {
  kind: "graph",
  name: "kms-key-team-isolation",
  description:
    "A key serves one team: its policy and grants name no role and no log group of another, and no two teams encrypt with it.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "The key is the last door between teams: where two have it, one mistake in a bucket policy shows the data of both.",
  fix: {
    text: "Make a key for each team, tag it with the team, and name only that team's roles in its policy.",
    code: `new kms.Key("fraud-data", { policy: policyFor([fraudTraining.arn]), tags: { Team: "fraud" } });`,
  },
  frameworks: { nist: ["AC-3", "AC-6", "SC-12"] },
  check: (graph) => judgeEach(graph.byType(...KEYS), (key) => judgeKey(graph, key)),
};

/** A team that may use a key, and what says so. */
interface User {
  readonly team: string;
  readonly holder: Node;
  readonly property: string;
  readonly words: string;
}

function judgeKey(graph: Graph, key: Node): readonly Finding[] {
  const granted = [...policyUsers(graph, key), ...grantUsers(graph, key)];
  const own = teamOf(key);
  if (own !== undefined) {
    // What another team encrypts with the key is judged at that team's store.
    return granted
      .filter(({ team }) => team !== own)
      .map(({ team, holder, property, words }) =>
        violation(holder, property, `${words} of team ${team}`, `roles of team ${own}, whose key it is`, {
          finding: `Team::${team}`,
        }),
      );
  }
  const teams = new Set([...granted.map(({ team }) => team), ...encryptingTeams(graph, key)]);
  return teams.size < 2
    ? []
    : [
        violation(
          key,
          "tags.Team",
          `used by the teams ${[...teams].sort().join(", ")}`,
          "a key for each team",
        ),
      ];
}

function encryptingTeams(graph: Graph, key: Node): readonly string[] {
  return keyUses(graph)
    .filter((use) => use.key === key)
    .flatMap(({ node }) => owningTeam(graph, node) ?? []);
}

function policyUsers(graph: Graph, key: Node): readonly User[] {
  return [key, ...graph.pointingTo(key, "keyId", KEY_POLICY)].flatMap((holder) => {
    const document = documentOf(holder.properties.get("policy"), "policy");
    const uses = allowing(document).filter((statement) => USES.some((use) => covers(statement, use)));
    const hidden = rolesOfUnknown(document, holder, "policy");
    return [
      ...uses.flatMap((statement) => [
        ...usersAmong(rolesLetIn(graph, holder, "policy", statement), holder, statement.path),
        ...taggedUsers(statement, holder),
        ...logGroupUsers(graph, statement, holder, teamOf(key)),
      ]),
      ...usersAmong(hidden, holder, "policy"),
    ];
  });
}

/** Callers that a statement lets in by their team. */
function taggedUsers(statement: Statement, holder: Node): readonly User[] {
  return statement.conditions
    .filter(({ key }) => key.toLowerCase() === PRINCIPAL_TEAM)
    .flatMap(({ values }) => values.values)
    .map(({ value, path }) => ({ team: value, holder, property: path, words: "callers" }));
}

/**
 * Log groups that CloudWatch Logs may encrypt with the key. A pattern that a log group of the key's own team matches is
 * that team's, whatever else it matches.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function logGroupUsers(
  graph: Graph,
  statement: Statement,
  holder: Node,
  own: string | undefined,
): readonly User[] {
  return statement.conditions
    .filter(({ key }) => key.toLowerCase() === LOGS_CONTEXT)
    .flatMap(({ values }) => values.values)
    .flatMap(({ value, path }) => {
      const groups = logGroupsNamed(graph, value).flatMap((group) => {
        const team = teamOf(group);
        return team === undefined ? [] : [{ group, team }];
      });
      return groups.some(({ team }) => team === own)
        ? []
        : groups.map(({ group, team }) => ({
            team,
            holder,
            property: path,
            words: `log group ${group.name}`,
          }));
    });
}

function grantUsers(graph: Graph, key: Node): readonly User[] {
  return graph.pointingTo(key, "keyId", GRANT).flatMap((grant) => {
    const property = "granteePrincipal";
    const grantee = grant.properties.get(property);
    const roles = grant.references(property).filter(({ type }) => type === ROLE);
    const named = grantee.state === "known" ? rolesNamed(graph, String(grantee.value)) : [];
    return usersAmong([...new Set([...roles, ...named])], grant, property);
  });
}

function usersAmong(roles: readonly Node[], holder: Node, property: string): readonly User[] {
  return roles.flatMap((role) => {
    const team = teamOf(role);
    return team === undefined ? [] : [{ team, holder, property, words: `role ${role.name}` }];
  });
}
