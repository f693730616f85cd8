import type { Deployment } from "@pulumi/pulumi/automation";
import type { State } from "../state";

/** The URNs of what a destroy must not delete: protected resources, and those that outlive their stack. */
export function protectedResources(state: State): readonly string[] {
  return state.resources
    .filter(({ protect, retainOnDelete }) => protect === true || retainOnDelete === true)
    .map(({ urn }) => urn);
}

/** A copy of an exported state in which nothing is protected, and nothing outlives the stack. */
export function unprotected(exported: Deployment): Deployment {
  const deployment = exported.deployment as { readonly resources?: readonly Record<string, unknown>[] };
  const resources = (deployment.resources ?? []).map((resource) => ({
    ...resource,
    protect: false,
    retainOnDelete: false,
  }));
  return { ...exported, deployment: { ...deployment, resources } };
}
