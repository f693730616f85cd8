import type { State, StateResource } from "../state";
import { partsOf } from "./resource-name";

/** What one component has made in one account. */
export interface InventoryRow {
  /** The component's type, without its module: `TeamWorkspace`. */
  readonly component: string;
  /** Whose it is: the component's name, which for a workspace is the team's. */
  readonly name: string;
  /** The twelve digits of the account, or nothing for what is in no account. */
  readonly account: string;
  readonly resources: number;
}

const STACK_TYPE = "pulumi:pulumi:Stack";

/** Counts a stack's resources (components and providers apart) by outermost component and account. */
export function inventory(state: State): readonly InventoryRow[] {
  const byUrn = new Map(state.resources.map((resource) => [resource.urn, resource]));
  const rows = new Map<string, InventoryRow>();
  for (const resource of state.resources) {
    if (!resource.custom || resource.type.startsWith("pulumi:")) continue;
    const owner = outermost(resource, byUrn);
    const { type, name } = partsOf(owner.urn);
    const component = owner === resource ? "(no component)" : (type.split(":").at(-1) ?? type);
    const row = { component, name: owner === resource ? "" : name, account: accountOf(resource, byUrn) };
    const key = JSON.stringify(row);
    rows.set(key, { ...row, resources: (rows.get(key)?.resources ?? 0) + 1 });
  }
  return withoutAccountless([...rows.values()]).sort(
    (a, b) => compare(a.component, b.component) || compare(a.name, b.name) || compare(a.account, b.account),
  );
}

/** Counts what is in no account, such as a random value, with what the same component has in its one account. */
function withoutAccountless(rows: readonly InventoryRow[]): InventoryRow[] {
  const siblings = (row: InventoryRow) =>
    rows.filter((other) => other.component === row.component && other.name === row.name && other !== row);
  return rows.flatMap((row) => {
    const others = siblings(row);
    const accountless = others.find((other) => other.account === "");
    if (row.account === "") return others.length === 1 ? [] : [row];
    if (accountless === undefined || others.length !== 1) return [row];
    return [{ ...row, resources: row.resources + accountless.resources }];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The ancestor that stands directly under the stack. */
function outermost(resource: StateResource, byUrn: ReadonlyMap<string, StateResource>): StateResource {
  const parent = resource.parent === undefined ? undefined : byUrn.get(resource.parent);
  return parent === undefined || parent.type === STACK_TYPE ? resource : outermost(parent, byUrn);
}

/** The account that the resource's provider is confined to. A provider reference is `<urn>::<id>`. */
function accountOf(resource: StateResource, byUrn: ReadonlyMap<string, StateResource>): string {
  const urn = resource.provider?.split("::").slice(0, -1).join("::");
  const allowed = urn === undefined ? undefined : byUrn.get(urn)?.inputs?.["allowedAccountIds"];
  const ids: unknown = typeof allowed === "string" ? JSON.parse(allowed) : allowed;
  return Array.isArray(ids) && ids.length === 1 ? String(ids[0]) : "";
}
