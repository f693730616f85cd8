import type { Draft } from "../draft";
import { found, oneOf } from "../found";
import type { Problem } from "../problem";

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const partitionOf = (region: string) =>
  region.startsWith("us-gov-") ? "aws-us-gov" : region.startsWith("cn-") ? "aws-cn" : "aws";

/** The home region is one of those allowed, and all of them are in the company's partition. */
export function regions({ company }: Draft): Problem[] {
  if (company === undefined) return [];
  const { home, allowed } = company.regions;
  const problems: Problem[] = [];
  if (!allowed.includes(home)) {
    problems.push({
      path: "mlplatform:company.regions.home",
      found: found(home),
      expected: `one of the allowed regions ${oneOf(allowed)}`,
      fix: `Add ${home} to "allowed", or choose another home.`,
    });
  }
  allowed.forEach((region, index) => {
    if (partitionOf(region) === company.partition) return;
    problems.push({
      path: `mlplatform:company.regions.allowed[${index}]`,
      found: `${found(region)}, which is in the partition ${partitionOf(region)}`,
      expected: `a region of the partition ${company.partition}`,
      fix: "Correct the region, or the company's partition.",
    });
  });
  return problems;
}
