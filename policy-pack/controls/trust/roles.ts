import type { Graph, Node } from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { ROLE } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { parseArn } from "../../iam/arn";
import { type PolicyDocument, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import type { Statement } from "../../iam/statement";
import { hasWildcard, patternTest } from "../../iam/wildcard";

/** The roles of a stack that a text names: by an ARN, whole or with wildcards, or by that of a session. */
export function rolesNamed(graph: Graph, text: string): readonly Node[] {
  return rolesByText(graph)(text);
}

/** Many policies of a stack name the same roles. */
const rolesByText = rememberingFor((graph: Graph) => remembering((text) => findRoles(graph, text)));

function findRoles(graph: Graph, text: string): readonly Node[] {
  const whole = graph.identifiedBy(text, ROLE);
  if (whole.length > 0) return whole;
  const arn = parseArn(text);
  const name = /^(?:role\/(?:.*\/)?|assumed-role\/)([^/]+)/.exec(arn?.resource ?? "")?.[1];
  if (arn === undefined || name === undefined) return [];
  const named = hasWildcard(name) ? matching(graph, name) : graph.identifiedBy(name, ROLE);
  return named.filter(
    (role) => hasWildcard(arn.account) || [undefined, arn.account].includes(accountOf(role)),
  );
}

function matching(graph: Graph, pattern: string): readonly Node[] {
  const test = patternTest(pattern);
  return graph.byType(ROLE).filter((role) => {
    const name = role.properties.get("name");
    return name.state === "known" && test(String(name.value));
  });
}

/**
 * The roles of a stack that a statement lets in: those it names as principals, and those that a condition on
 * `aws:PrincipalArn` names. What is not known yet is told by the edges of the input that holds the document.
 */
export function rolesLetIn(graph: Graph, holder: Node, input: string, statement: Statement): readonly Node[] {
  const byArn = statement.conditions.filter(({ key }) => key.toLowerCase() === "aws:principalarn");
  const named = statement.principals.values.filter((written) => principalOf(written).kind === "named");
  const texts = [...named, ...byArn.flatMap(({ values }) => values.values)].map(({ value }) => value);
  const unknown =
    statement.principals.unknown.length +
    statement.unknownConditions.length +
    byArn.flatMap(({ values }) => values.unknown).length;
  const roles = texts.flatMap((text) => rolesNamed(graph, text));
  return [...new Set([...roles, ...(unknown > 0 ? rolesBehind(holder, input) : [])])];
}

/** The roles that a document speaks of where it is not known itself. */
export function rolesOfUnknown(document: PolicyDocument, holder: Node, input: string): readonly Node[] {
  return unknownParts(document).length > 0 ? rolesBehind(holder, input) : [];
}

const rolesBehind = (holder: Node, input: string): readonly Node[] =>
  holder.references(input).filter(({ type }) => type === ROLE);
