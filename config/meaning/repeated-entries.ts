import type { Draft } from "../draft";
import { found } from "../found";
import { formatPath, type Segment } from "../path";
import type { Problem } from "../problem";

/** A list names nothing twice: the second entry would ask for a resource or a right that is there already. */
export function repeatedEntries({ company, teams }: Draft): Problem[] {
  const lists: [readonly Segment[], readonly string[]][] = [];
  if (company !== undefined)
    lists.push([["mlplatform:company", "regions", "allowed"], company.regions.allowed]);
  for (const [name, team] of Object.entries(teams)) {
    const at = ["mlplatform:teams", name];
    lists.push(
      [[...at, "owners"], team.owners],
      [[...at, "training", "instanceTypes"], team.training?.instanceTypes ?? []],
      [[...at, "modelPackageGroups"], team.modelPackageGroups],
    );
    for (const [model, { callers }] of Object.entries(team.models))
      lists.push([[...at, "models", model, "callers"], callers]);
  }
  return lists.flatMap(([path, entries]) =>
    entries.flatMap((entry, index) => {
      if (entries.indexOf(entry) === index) return [];
      const here = formatPath([...path, index]);
      return [
        {
          path: here,
          found: `${found(entry)} a second time`,
          expected: "each entry once",
          fix: "Remove it.",
        },
      ];
    }),
  );
}
