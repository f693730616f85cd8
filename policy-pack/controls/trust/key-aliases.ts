import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { hasWildcard, patternTest } from "../../iam/wildcard";
import { KEYS } from "./key-uses";

export const ALIAS = "aws:kms/alias:Alias";

/** The keys of a stack that an alias leads to. */
export const keysBehind = (graph: Graph, alias: Node): readonly Node[] =>
  pointedAtFrom(graph, alias, ["targetKeyId"], ...KEYS);

/** The keys of a stack whose alias a text names, with wildcards or not: `alias/fraud-data`, `alias/fraud-*`. */
export function keysByAlias(graph: Graph, text: string): readonly Node[] {
  if (/^(alias\/)?[*?]*$/.test(text)) return [];
  const aliases = hasWildcard(text) ? matching(graph, text) : graph.identifiedBy(text, ALIAS);
  return [...new Set(aliases.flatMap((alias) => keysBehind(graph, alias)))];
}

function matching(graph: Graph, pattern: string): readonly Node[] {
  const test = patternTest(pattern);
  return graph.byType(ALIAS).filter((alias) => {
    const name = alias.properties.get("name");
    return name.state === "known" && test(String(name.value));
  });
}
