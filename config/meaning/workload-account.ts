import type { Draft } from "../draft";
import { found, oneOf } from "../found";
import { nearest } from "../nearest";
import type { Problem } from "../problem";

/** The problem with an account's name that is not a workload account of the environment's tier, if it is one. */
export function workloadAccount({ company, stack: tier }: Draft, name: string, path: string): Problem[] {
  if (company === undefined) return [];
  const { workloads } = company.accounts;
  const ofTier = Object.keys(workloads).filter((key) => workloads[key]?.environment === tier);
  const expected =
    ofTier.length === 0
      ? `a workload account of ${tier}`
      : `one of the workload accounts of ${tier}: ${oneOf(ofTier)}`;

  if (!Object.hasOwn(workloads, name)) {
    const meant = nearest(name, ofTier);
    const fix =
      meant === undefined
        ? `Add "${name}" to the accounts in Pulumi.yaml, or name another.`
        : `Write "${meant}".`;
    return [{ path, found: `the unknown account ${found(name)}`, expected, fix }];
  }
  const other = workloads[name]?.environment;
  if (other === tier) return [];
  return [{ path, found: `"${name}", an account of ${other}`, expected, fix: `Name an account of ${tier}.` }];
}
