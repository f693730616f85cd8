import type { Draft } from "../draft";
import type { Problem } from "../problem";

/** Each environment has a unit of its own: what guards prod must not be what guards dev. */
export function organizationalUnits({ company }: Draft): Problem[] {
  const first = new Map<string, string>();
  return Object.entries(company?.organization.units ?? {}).flatMap(([tier, id]) => {
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, tier);
      return [];
    }
    return [
      {
        path: `mlplatform:company.organization.units.${tier}`,
        found: `"${id}", which is also the unit of ${other}`,
        expected: "a unit of its own",
        fix: "Give the id of the environment's own organizational unit.",
      },
    ];
  });
}
