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
import { judgeMeantFor } from "./meant-for";
import { type Pointer, POINTERS } from "./pointers";
import { roleDeclaredWith } from "./role-components";

export const orphanSubResources: GraphControl = {
  kind: "graph",
  name: "orphan-sub-resources",
  description:
    "Every part of a bucket, every rule and every policy belongs to a resource of the stack, or to one outside whose name is known; what stands in a role's own component, or names its role, is that role's.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A block of public access for a misspelt bucket protects nothing, and looks in every review as if it did. A policy that went to another role gives it what was meant for this one.",
  fix: {
    text: "Refer to the resource instead of writing its name; buckets of other stacks go into trustedBuckets of the pack's settings.",
    code: `new s3.BucketPublicAccessBlock("data", { bucket: bucket.id, ... });`,
  },
  frameworks: { nist: ["CM-2", "CM-6"] },
  check: (graph, context) =>
    judgeEach(graph.byType(...Object.keys(POINTERS)), (node) => {
      const pointer = POINTERS[node.type];
      if (pointer === undefined) return [];
      return [
        ...judgePointer(graph, node, pointer, context),
        ...judgeRole(graph, node),
        ...judgeMeantFor(graph, node),
      ];
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

function judgeRole(graph: Graph, policy: Node): readonly Finding[] {
  const own = roleDeclaredWith(graph, policy);
  if (own === undefined) return [];
  const found = policy.properties.get("role");
  const words = `role ${own.name}, which is declared in the same component`;
  return [violation(policy, "role", found, words, { finding: own.name })];
}

function isOutside(text: string, { property, outside }: Pointer, { settings, tier }: Context): boolean {
  if (outside !== undefined) return outside.test(text);
  const buckets = property === "bucket" ? (settings.trustedBuckets[tier] ?? []) : [];
  return buckets.some((pattern) => new RegExp(`^(?:${pattern})$`).test(text));
}
