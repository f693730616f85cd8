import type { Graph, Node } from "../../core";
import { accountOf } from "../../iam/account";
import { parseArn } from "../../iam/arn";
import { hasWildcard, patternTest } from "../../iam/wildcard";

export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** The log groups of a stack that a text names: by name, or by an ARN, whole or with wildcards, its `:*` or not. */
export function logGroupsNamed(graph: Graph, text: string): readonly Node[] {
  const arn = parseArn(text);
  const name = /^log-group:(.+?)(?::(?:\*|log-stream:.*))?$/.exec(arn?.resource ?? "")?.[1];
  if (arn === undefined || name === undefined) return graph.identifiedBy(text, LOG_GROUP);
  const named = hasWildcard(name) ? matching(graph, name) : graph.identifiedBy(name, LOG_GROUP);
  return named.filter(
    (group) => hasWildcard(arn.account) || [undefined, arn.account].includes(accountOf(group)),
  );
}

function matching(graph: Graph, pattern: string): readonly Node[] {
  const test = patternTest(pattern);
  return graph.byType(LOG_GROUP).filter((group) => {
    const name = group.properties.get("name");
    return name.state === "known" && test(String(name.value));
  });
}
