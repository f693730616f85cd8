import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  violation,
} from "../../core";
import { ROLE } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { type LimitingKeys, limitedBy } from "../../iam/condition";
import { judgeAllowing } from "../../iam/judge-document";
import { parseArn } from "../../iam/arn";
import { principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";
import type { Statement, WrittenPrincipal } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { judgeEach } from "../judge-each";
import { chainsTo } from "./role-trust";
import { PRINCIPAL_TEAM, teamOf } from "./team";
import { isTrustedAccount } from "./trusted-accounts";

export const iamRoleTeamIsolation: GraphControl = {
  kind: "graph",
  name: "iam-role-team-isolation",
  description:
    "A team's role can be assumed by that team alone: by no role of another team, directly or through others, and by no whole account.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever can become another team's role has its data; through a role in between nobody sees it in the trust policy.",
  fix: {
    text: "Name the team's roles, or compare the caller's Team tag with the team's name.",
    code: `Principal: { AWS: accountRoot },
Condition: { StringEquals: { "aws:PrincipalTag/Team": team } },`,
  },
  frameworks: { nist: ["AC-3", "AC-6"] },
  exemptibleInProd: false,
  check: (graph, context) => {
    const owned = graph.byType(ROLE).flatMap((role) => {
      const team = teamOf(role);
      return team === undefined ? [] : [{ role, team }];
    });
    return judgeEach(owned, ({ role, team }) => [
      ...judgeChains(graph, role, team),
      ...judgeAllowing(trustDocument(role), (statement) => judgeStatement(role, team, statement, context)),
    ]);
  },
};

function judgeChains(graph: Graph, role: Node, team: string): readonly Finding[] {
  const isForeign = (from: Node) => ![undefined, team].includes(teamOf(from));
  return chainsTo(graph, role, isForeign).map((chain) => {
    const [from] = chain;
    const foreign = from === undefined ? "" : (teamOf(from) ?? "");
    const way = chain.length > 2 ? ", through others" : "";
    return violation(
      role,
      "assumeRolePolicy",
      `role ${from?.name ?? ""} of team ${foreign} may assume it${way}`,
      `roles of team ${team} alone`,
      { finding: `Team::${foreign}`, path: chain.map(({ name }) => name) },
    );
  });
}

/** A whole account is all of its teams, unless a condition names the roles or compares the caller's team. */
function judgeStatement(
  role: Node,
  team: string,
  statement: Statement,
  context: Context,
): readonly Finding[] {
  return statement.principals.values.flatMap((written): readonly Finding[] => {
    const principal = principalOf(written);
    if (principal.kind === "named") {
      return principal.account === accountOf(role) ||
        isTrustedAccount(principal.account, role, context.settings)
        ? []
        : [open(role, written, `"${written.value}" of another account`, team)];
    }
    const isWhole = principal.kind === "anyone" || principal.kind === "account";
    return isWhole ? judgeLimit(role, team, statement, written) : [];
  });
}

function judgeLimit(
  role: Node,
  team: string,
  statement: Statement,
  written: WrittenPrincipal,
): readonly Finding[] {
  switch (limitedBy(statement, limits(team))) {
    case "limits":
      return [];
    case "unknown":
      return [deferred(role, `${statement.path}.Condition`)];
    case "open":
      return [open(role, written, `"${written.value}", which is every team of it`, team)];
  }
}

const limits =
  (team: string): LimitingKeys =>
  (key) => {
    if (key === PRINCIPAL_TEAM) return (value) => value === team;
    if (key === "sts:externalid") return (value) => value !== "" && !hasWildcard(value);
    return key === "aws:principalarn"
      ? (value) => /^role\/[^*?]/.test(parseArn(value)?.resource ?? "")
      : undefined;
  };

function open(role: Node, written: WrittenPrincipal, found: string, team: string): Finding {
  return violation(
    role,
    written.path,
    found,
    `roles of team ${team}, or aws:PrincipalTag/Team with its name`,
    {
      finding: `Principal::${written.value}`,
    },
  );
}
