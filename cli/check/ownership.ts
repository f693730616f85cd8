import type { RecordedResource } from "../../local-cloud/recording";

/** How many resources one top-level component has, and in which accounts. */
export interface Ownership {
  /** The component in words: `team-workspace fraud`. */
  readonly component: string;
  readonly resources: number;
  readonly accounts: readonly string[];
}

/** Counts what AWS would have to create, by the component directly below the stack that it belongs to. */
export function ownership(resources: readonly RecordedResource[]): Ownership[] {
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
export function componentsOf(resources: readonly RecordedResource[]): ReadonlyMap<string, string> {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return new Map(resources.map((resource) => [resource.urn, componentOf(resource, byUrn)]));
}

/** The outermost component above a resource, named by its area and its own name. */
function componentOf(resource: RecordedResource, byUrn: ReadonlyMap<string, RecordedResource>): string {
  let top = resource;
  for (let parent = byUrn.get(top.parent ?? ""); parent !== undefined; parent = byUrn.get(top.parent ?? ""))
    top = parent;
  if (top === resource) return "stack";
  return `${top.type.split(":")[1] ?? top.type} ${top.name}`;
}
