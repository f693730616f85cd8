import type { Graph, Node, Properties } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { remembering, rememberingFor } from "../../core/remembering";
import { type Inner, leavesWhere } from "../../core/walk";

const ALIAS = "aws:kms/alias:Alias";

/** Keys of KMS, of whichever kind. */
export const KEYS = [
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

/** A property by which a resource encrypts with a key of the stack. */
export interface KeyUse {
  readonly node: Node;
  readonly property: string;
  readonly key: Node;
}

/** Every use of a stack's keys by a resource that encrypts with them, by the key itself or by an alias of it. */
export const keyUses = rememberingFor((graph: Graph): readonly KeyUse[] =>
  graph.nodes.filter(({ type }) => /^aws:(?!kms\/|iam\/)/.test(type)).flatMap((node) => usesOf(graph, node)),
);

/** An input, and the values inside it whose names speak of a key. */
interface KeyInput {
  readonly input: string;
  readonly leaves: readonly Inner[];
}

/** Two graphs that show a resource alike have its properties in common. */
const keyInputsOf = rememberingFor((properties: Properties): readonly KeyInput[] =>
  properties
    .keys()
    .filter((input) => !namesPolicyOrTags(input))
    .flatMap((input) => {
      const value = properties.get(input);
      // A plain value under a name that speaks of no key is the most common input by far.
      if (value.state === "known" && typeof value.value !== "object" && !namesKey(input)) return [];
      return [{ input, leaves: leavesWhere(value, input, namesKey) }];
    }),
);

function usesOf(graph: Graph, node: Node): readonly KeyUse[] {
  return keyInputsOf(node.properties).flatMap(({ input, leaves }) => {
    const byText = leaves.flatMap(({ path, value }) =>
      value.state === "known" && typeof value.value === "string"
        ? graph.identifiedBy(value.value, ...KEYS, ALIAS).map((key) => ({ property: path, key }))
        : [],
    );
    const unknown = leaves.find(({ value }) => value.state === "unknown");
    const byEdge = node
      .references(input)
      .filter(({ type }) => KEYS.includes(type) || type === ALIAS)
      .filter((key) => !byText.some((each) => each.key === key))
      .map((key) => ({ property: unknown?.path ?? leaves[0]?.path ?? input, key }));
    return [...byText, ...byEdge].flatMap(({ property, key }) =>
      keysBehind(graph, key).map((target) => ({ node, property, key: target })),
    );
  });
}

const namesPolicyOrTags = remembering((input): boolean => /polic|^tags/i.test(input));

/** `kmsKeyId`, `kmsMasterKeyId`, `keyArn`, `encryptionKeyArn`, `sqsKmsKeyId` … */
const namesKey = remembering((name): boolean => /(kms|key)[a-z]*$/i.test(name));

const keysBehind = (graph: Graph, key: Node): readonly Node[] =>
  key.type === ALIAS ? pointedAtFrom(graph, key, ["targetKeyId"], ...KEYS) : [key];
