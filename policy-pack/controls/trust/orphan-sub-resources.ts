import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  violation,
} from "../../core";
import { judgeEach } from "../judge-each";
import { type Pointer, POINTERS } from "./pointers";

export const orphanSubResources: GraphControl = {
  kind: "graph",
  name: "orphan-sub-resources",
  description:
    "Every part of a bucket, every rule and every policy belongs to a resource of the stack, or to one outside whose name is known.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A block of public access for a misspelt bucket protects nothing, and looks in every review as if it did.",
  fix: {
    text: "Refer to the resource instead of writing its name; buckets of other stacks go into trustedBuckets of the pack's settings.",
    code: `new s3.BucketPublicAccessBlock("data", { bucket: bucket.id, ... });`,
  },
  frameworks: { nist: ["CM-2", "CM-6"] },
  check: (graph, context) =>
    judgeEach(graph.byType(...Object.keys(POINTERS)), (node) => {
      const pointer = POINTERS[node.type];
      return pointer === undefined ? [] : judgePointer(graph, node, pointer, context);
    }),
};

/** Whatever comes from another resource is known to be there; only what is written out can point to nothing. */
function judgePointer(graph: Graph, node: Node, pointer: Pointer, context: Context): readonly Finding[] {
  const { property, targets } = pointer;
  const value = node.properties.get(property);
  if (node.references(property).length > 0) return [];
  if (value.state === "unknown") return [deferred(node, property)];
  const text = value.state === "known" ? String(value.value) : "";
  if (text !== "" && (graph.identifiedBy(text, ...targets).length > 0 || isOutside(text, pointer, context)))
    return [];
  return [violation(node, property, value, "a resource of the stack, or a name that is known outside it")];
}

function isOutside(text: string, { property, outside }: Pointer, { settings, tier }: Context): boolean {
  if (outside !== undefined) return outside.test(text);
  const buckets = property === "bucket" ? (settings.trustedBuckets[tier] ?? []) : [];
  return buckets.some((pattern) => new RegExp(`^(?:${pattern})$`).test(text));
}
