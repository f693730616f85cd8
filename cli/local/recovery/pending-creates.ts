import type { State } from "../state";

/** Asks the cloud under which ids a resource was made, given its type and URN. */
export type FindCreated = (type: string, urn: string) => readonly string[];

/** A resource that exists, though the engine was killed before it could write that down. */
export interface PendingCreate {
  readonly urn: string;
  readonly id: string;
}

/**
 * Which of the creates that were under way had come to pass: those with an id that the state does not have. The
 * others never happened, and are simply done again.
 */
export function createsToImport(state: State, find: FindCreated): readonly PendingCreate[] {
  const known = new Set(state.resources.map(({ urn, id }) => `${urn} ${id ?? ""}`));
  return state.pending
    .filter(({ type }) => type === "creating" || type === "importing")
    .flatMap(({ resource: { type, urn } }) =>
      find(type, urn)
        .filter((id) => !known.has(`${urn} ${id}`))
        .slice(-1)
        .map((id) => ({ urn, id })),
    );
}
