import type { Graph, Node } from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { BUCKETS, ROLE } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { type Arn, parseArn } from "../../iam/arn";
import { hasWildcard, patternTest } from "../../iam/wildcard";
import { KEYS } from "./key-uses";

/** A kind of resource that policies name by ARN: its service, what precedes its name there, and where its name is. */
interface Kind {
  readonly words: string;
  readonly types: readonly string[];
  readonly service: string;
  readonly prefix: string;
  readonly name: string;
  /** The name in the rest of an ARN. Default: up to the first slash. */
  readonly nameIn?: (rest: string) => string;
}

const KINDS: readonly Kind[] = [
  {
    words: "bucket",
    types: BUCKETS,
    service: "s3",
    prefix: "",
    name: "bucket",
  },
  { words: "key", types: KEYS, service: "kms", prefix: "key/", name: "keyId" },
  {
    words: "secret",
    types: ["aws:secretsmanager/secret:Secret"],
    service: "secretsmanager",
    prefix: "secret:",
    name: "name",
    // Secrets Manager adds a hyphen and six characters of its own.
    nameIn: (rest) => rest.replace(/-(\*|\?{6}|[A-Za-z0-9]{6})$/, ""),
  },
  {
    words: "role",
    types: [ROLE],
    service: "iam",
    prefix: "role/",
    name: "name",
    // A path may precede the name.
    nameIn: (rest) => rest.split("/").at(-1) ?? "",
  },
  {
    words: "endpoint",
    types: ["aws:sagemaker/endpoint:Endpoint"],
    service: "sagemaker",
    prefix: "endpoint/",
    name: "name",
  },
  {
    words: "feature group",
    types: ["aws:sagemaker/featureGroup:FeatureGroup"],
    service: "sagemaker",
    prefix: "feature-group/",
    name: "featureGroupName",
  },
  {
    words: "table",
    types: ["aws:dynamodb/table:Table"],
    service: "dynamodb",
    prefix: "table/",
    name: "name",
  },
];

const WORDS: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ types, words }) => types.map((type): [string, string] => [type, words])),
);

/** What people call a resource that policies name; undefined for other types. */
export const wordsFor = ({ type }: Node): string | undefined => WORDS.get(type);

/**
 * The buckets, keys, secrets, roles, endpoints, feature groups and tables of a stack that an ARN in a policy names, whole
 * or with wildcards. One that names all of a kind names nobody's in particular, and no resource here.
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

function nameOf(node: Node, { name }: Kind): string | undefined {
  const value = node.properties.get(name);
  return value.state === "known" && typeof value.value === "string" ? value.value.toLowerCase() : undefined;
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
