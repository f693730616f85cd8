import { type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { covers } from "../../iam/covers";
import { documentOf } from "../../iam/document";
import type { Statement } from "../../iam/statement";
import { judgeEach } from "../judge-each";
import { rolesLetIn, rolesOfUnknown } from "./roles";
import { owningTeam, PRINCIPAL_TEAM, teamOf } from "./team";

const SECRET = "aws:secretsmanager/secret:Secret";
const POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
const READS = "secretsmanager:GetSecretValue";

export const secretTeamIsolation: GraphControl = {
  kind: "graph",
  name: "secret-team-isolation",
  description:
    "A secret's policy lets no role of another team read it, neither by a statement that allows nor as one that a Deny leaves out.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever reads another team's secret is that team, to whatever the secret opens, and no log there tells the two apart.",
  fix: {
    text: "Name the team's own roles. Another team that needs the same system gets a secret of its own.",
    code: `Effect: "Deny", Principal: "*", Action: "secretsmanager:GetSecretValue",
Condition: { ArnNotEquals: { "aws:PrincipalArn": [fraudReader.arn] } },`,
  },
  frameworks: { nist: ["AC-3", "AC-6", "IA-5(7)"] },
  check: (graph) => {
    const owned = graph.byType(SECRET, POLICY).flatMap((holder) => {
      const [secret = holder] = pointedAtFrom(graph, holder, ["secretArn"], SECRET);
      const team = owningTeam(graph, secret);
      const isSet = holder.properties.get("policy").state !== "unset";
      return team === undefined || !isSet ? [] : [{ holder, team }];
    });
    return judgeEach(owned, ({ holder, team }) => judgeHolder(graph, holder, team));
  },
};

function judgeHolder(graph: Graph, holder: Node, team: string): readonly Finding[] {
  const document = documentOf(holder.properties.get("policy"), "policy");
  const statements =
    document.state === "read" ? document.statements.filter((each) => covers(each, READS)) : [];
  const hidden = rolesOfUnknown(document, holder, "policy");
  return [
    ...statements.flatMap((statement) =>
      readersOf(graph, holder, statement).map((reader) => ({ ...reader, property: statement.path })),
    ),
    ...hidden.flatMap((role) => readerOf(role)).map((reader) => ({ ...reader, property: "policy" })),
  ]
    .filter((reader) => reader.team !== team)
    .map((reader) =>
      violation(holder, reader.property, `${reader.words} of team ${reader.team}`, `roles of team ${team}`, {
        finding: `Team::${reader.team}`,
      }),
    );
}

interface Reader {
  readonly team: string;
  readonly words: string;
}

function readersOf(graph: Graph, holder: Node, statement: Statement): readonly Reader[] {
  const isDeny = statement.effect === "Deny";
  // Of a Deny, those count whom it leaves out.
  const conditions = statement.conditions.filter(({ operator }) => !isDeny || /not/i.test(operator));
  const letting = {
    ...statement,
    conditions,
    principals: isDeny ? statement.notPrincipals : statement.principals,
  };
  const roles = rolesLetIn(graph, holder, "policy", letting);
  const teams = conditions
    .filter(({ key }) => key.toLowerCase() === PRINCIPAL_TEAM)
    .flatMap(({ values }) => values.values)
    .map(({ value }) => ({ team: value, words: "callers" }));
  return [...roles.flatMap(readerOf), ...teams];
}

function readerOf(role: Node): readonly Reader[] {
  const team = teamOf(role);
  return team === undefined ? [] : [{ team, words: `role ${role.name}` }];
}
