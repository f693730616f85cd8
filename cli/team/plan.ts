import type { EnvironmentSettings } from "../../config";
import type { RecordedResource } from "../../local-cloud/recording";

/** What the next deployment does because of an edit, as the program itself registers it. */
export interface Plan {
  /** How many resources of each type are new, by AWS's names, such as `s3 Bucket`. */
  readonly created: readonly (readonly [what: string, count: number])[];
  /** Existing resources whose inputs change, or that go. */
  readonly changed: readonly string[];
}

export type Planner = (
  root: string,
  before: EnvironmentSettings,
  after: EnvironmentSettings,
) => Promise<Plan>;

/** Runs the program offline with the settings before and after an edit, and compares what it registers. */
export const plan: Planner = async (root, before, after) => {
  // Loads the whole program, which nothing else in this command needs.
  const { Inspector } = await import("../check/inspect");
  const inspector = new Inspector(root);
  const old = await inspector.record(before.stack, before);
  const now = await inspector.record(after.stack, after);
  return compare(old.resources, now.resources);
};

/** Components are left out: AWS does not know them. */
function compare(before: readonly RecordedResource[], after: readonly RecordedResource[]): Plan {
  const old = new Map(before.map((resource) => [resource.urn, resource]));
  const now = new Map(after.map((resource) => [resource.urn, resource]));
  const counts = new Map<string, number>();
  for (const { urn, type, custom } of after) {
    if (!custom || old.has(urn)) continue;
    counts.set(shortType(type), (counts.get(shortType(type)) ?? 0) + 1);
  }
  const changed = before.filter(
    ({ urn, inputs }) => JSON.stringify(now.get(urn)?.inputs) !== JSON.stringify(inputs),
  );
  return {
    created: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)),
    changed: changed.map(({ urn }) => urn),
  };
}

/** `aws:s3/bucket:Bucket` → `s3 Bucket` */
const shortType = (type: string): string => type.replace(/^[^:]+:([^/:]+)[^:]*:(\w+)$/, "$1 $2");
