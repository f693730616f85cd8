import type { ComponentCount } from "../../policy-pack/reports/stack-report";

/** A resource, as far as it matters to whom it belongs. */
export interface OwnedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** True when a provider manages it, false for a component. */
  readonly custom: boolean;
  readonly parent?: string;
  /** Its explicit provider, and the account that it acts in; empty for none. */
  readonly provider?: { readonly account: string };
}

/** Counts what AWS would have to create, by the component directly below the stack that it belongs to. */
export function ownership(resources: readonly OwnedResource[]): ComponentCount[] {
  const components = componentsOf(resources);
  const counts = new Map<string, { resources: number; accounts: Set<string> }>();
  for (const resource of resources) {
    if (!resource.custom || resource.type.startsWith("pulumi:")) continue;
    const label = components.get(resource.urn) ?? "stack";
    const count = counts.get(label) ?? { resources: 0, accounts: new Set<string>() };
    count.resources += 1;
    if (resource.provider !== undefined && resource.provider.account !== "")
      count.accounts.add(resource.provider.account);
    counts.set(label, count);
  }
  return [...counts]
    .map(([component, { resources: count, accounts }]) => ({
      component,
      resources: count,
      accounts: [...accounts].sort(),
    }))
    .sort((a, b) => a.component.localeCompare(b.component));
}

/** The component in words that each resource belongs to, by URN. */
export function componentsOf(resources: readonly OwnedResource[]): ReadonlyMap<string, string> {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return new Map(resources.map((resource) => [resource.urn, componentOf(resource, byUrn)]));
}

/** The outermost component above a resource, named by its area and its own name. */
function componentOf(resource: OwnedResource, byUrn: ReadonlyMap<string, OwnedResource>): string {
  let top = resource;
  for (let parent = byUrn.get(top.parent ?? ""); parent !== undefined; parent = byUrn.get(top.parent ?? ""))
    top = parent;
  if (top === resource) return "stack";
  return `${top.type.split(":")[1] ?? top.type} ${top.name}`;
}
