import { readOwn } from "../core/read";

/**
 * The properties without those that AWS alone decides. A stack policy sees outputs, and at a preview every computed
 * one is unknown (a bucket's `acl`, a role's `inlinePolicies`) though the program never set it. What the program
 * set to an unknown value came from another resource, and has an edge; a property that is unknown and has none was
 * not set. It is judged again after the update, when it is known.
 */
export function setByProgram(
  props: Readonly<Record<string, unknown>>,
  edges: Readonly<Record<string, readonly unknown[]>>,
): Readonly<Record<string, unknown>> {
  const isComputed = (name: string) =>
    readOwn(props, name).state === "unknown" && !Object.hasOwn(edges, name);
  // Descriptors are copied: reading the values would throw at the first unknown one.
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(props));
  const kept = descriptors.filter(([name]) => !isComputed(name));
  return Object.defineProperties({}, Object.fromEntries(kept)) as Record<string, unknown>;
}
