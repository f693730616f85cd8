/** A service that takes roles, as a role's trust names it, and the actions by which a role is passed to it. */
export interface RoleTaker {
  readonly service: string;
  readonly actions: readonly string[];
}

/** The takers of a table from services to their actions. */
export const takersOf = (table: Readonly<Record<string, readonly string[]>>): readonly RoleTaker[] =>
  Object.entries(table).map(([service, actions]) => ({ service, actions }));
