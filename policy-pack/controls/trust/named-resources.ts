import type { Graph, Node } from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { accountOf } from "../../iam/account";
import { type Arn, parseArn } from "../../iam/arn";
import { hasWildcard, patternTest } from "../../iam/wildcard";
import { type Kind, KINDS } from "./named-kinds";

const WORDS: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ types, words }) => types.map((type): [string, string] => [type, words])),
);

/** What people call a resource that policies name; undefined for other types. */
export const wordsFor = ({ type }: Node): string | undefined => WORDS.get(type);

/**
 * The resources of a stack, of the kinds that policies name, that an ARN in a policy names, whole or with wildcards. One that names all of a kind names nobody's in particular, and no resource here.
 */
export function resourcesNamed(graph: Graph, text: string): readonly Node[] {
  return namedByText(graph)(text);
}

/** Several controls ask of every resource in every policy. */
const namedByText = rememberingFor((graph: Graph) => remembering((text) => allNamed(graph, text)));

function allNamed(graph: Graph, text: string): readonly Node[] {
  const arn = parseArn(text);
  if (arn === undefined) return [];
  return KINDS.filter(({ service, prefix }) => arn.service === service && arn.resource.startsWith(prefix))
    .flatMap((kind) => ofKind(graph, kind, arn))
    .filter((node) => isInAccount(node, arn));
}

function ofKind(graph: Graph, kind: Kind, arn: Arn): readonly Node[] {
  const rest = arn.resource.slice(kind.prefix.length);
  const name = (kind.nameIn ?? ((text) => text.split("/")[0] ?? ""))(rest).toLowerCase();
  if (/^[*?]*$/.test(name)) return [];
  const names = namesOf(graph)(kind);
  if (!hasWildcard(name)) return names.get(name) ?? [];
  const test = patternTest(name);
  return [...names].filter(([each]) => test(each)).flatMap(([, nodes]) => nodes);
}

const isInAccount = (node: Node, { account }: Arn): boolean =>
  account === "" || hasWildcard(account) || [undefined, account].includes(accountOf(node));

/** Whether the stack says what a resource is called, so that a text that names it can be told. */
export function isNameKnown(node: Node): boolean {
  const kind = KINDS.find(({ types }) => types.includes(node.type));
  return kind !== undefined && nameOf(node, kind) !== undefined;
}

function nameOf(node: Node, { name, asInArn }: Kind): string | undefined {
  const value = node.properties.get(name);
  if (value.state !== "known" || typeof value.value !== "string") return undefined;
  return (asInArn?.(value.value) ?? value.value).toLowerCase();
}

/** Names without regard to case, which SageMaker does not keep in ARNs. */
type Names = ReadonlyMap<string, readonly Node[]>;

/** Every statement of every policy asks for the names of one graph. */
const namesOf = rememberingFor((graph: Graph) =>
  rememberingFor((kind: Kind): Names => {
    const names = new Map<string, Node[]>();
    for (const node of graph.byType(...kind.types)) {
      const name = nameOf(node, kind);
      if (name !== undefined) names.set(name, [...(names.get(name) ?? []), node]);
    }
    return names;
  }),
);
