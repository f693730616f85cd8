import type { Draft } from "../draft";
import { formatPath } from "../path";
import type { Problem } from "../problem";

/**
 * Every account has an id of its own. A standalone trial may have all its central duties in one account; two
 * workload accounts are two accounts even then.
 */
export function accountIds({ company, environment }: Draft): Problem[] {
  if (company === undefined) return [];
  const { workloads, ...central } = company.accounts;
  const written = [
    ...Object.entries(environment?.standalone === true ? {} : central).map(([name, id]) => ({
      path: [name],
      id,
    })),
    ...Object.entries(workloads).map(([name, { id }]) => ({ path: ["workloads", name, "id"], id })),
  ];

  const first = new Map<string, string>();
  return written.flatMap(({ path, id }) => {
    const here = formatPath(["mlplatform:company", "accounts", ...path]);
    const there = first.get(id);
    if (there === undefined) {
      first.set(id, here);
      return [];
    }
    return [
      {
        path: here,
        found: `"${id}", which is also ${there}`,
        expected: "an id of its own",
        fix: "Correct one of the two ids.",
      },
    ];
  });
}
