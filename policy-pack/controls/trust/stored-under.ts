import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { rememberingFor } from "../../core/remembering";
import { BUCKETS } from "../../core/resource-types";
import { keyUses } from "./key-uses";

const SECRET = "aws:secretsmanager/secret:Secret";

/** Buckets and secrets, and the keys of the stack that they are encrypted with. */
export const keysOfStores = rememberingFor((graph: Graph): ReadonlyMap<Node, readonly Node[]> => {
  const keys = new Map<Node, readonly Node[]>();
  for (const { node, key } of keyUses(graph)) {
    for (const store of storesOf(graph, node))
      keys.set(store, [...new Set([...(keys.get(store) ?? []), key])]);
  }
  return keys;
});

/** A bucket's encryption may be a part of its own. */
function storesOf(graph: Graph, node: Node): readonly Node[] {
  if (node.type === SECRET || BUCKETS.includes(node.type)) return [node];
  return /^aws:s3\/bucketServerSideEncryption/.test(node.type)
    ? pointedAtFrom(graph, node, ["bucket"], ...BUCKETS)
    : [];
}
