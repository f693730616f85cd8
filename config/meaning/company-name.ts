import type { Draft } from "../draft";
import { found } from "../found";
import type { Problem } from "../problem";

/**
 * Beginnings that AWS refuses: of buckets
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html), of security groups
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html), and its own name.
 */
const REFUSED = ["sthree-", "amzn-s3-demo-", "sg-", "aws-"];

/** Every physical name begins with the company's name, and AWS must take it. */
export function companyName({ company }: Draft): Problem[] {
  const refused = REFUSED.find((beginning) => `${company?.name ?? ""}-`.startsWith(beginning));
  if (company === undefined || refused === undefined) return [];
  return [
    {
      path: "mlplatform:company.name",
      found: found(company.name),
      expected: `a name that does not begin with "${refused}", because AWS refuses resources named so`,
      fix: "Choose another short name for the company.",
    },
  ];
}
