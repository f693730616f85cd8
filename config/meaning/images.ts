import type { Company } from "../schema/company";
import type { Draft } from "../draft";
import { found } from "../found";
import { formatPath } from "../path";
import type { Problem } from "../problem";

/**
 * An image comes from the shared account or from one of the environment's own: an account outside could
 * replace what it holds or take it away, and what dev may push must not be what prod runs. It is in the home
 * region and partition, where SageMaker can pull it through the VPC's endpoint.
 */
export function images({ stack, company, teams }: Draft): Problem[] {
  if (company === undefined) return [];
  return Object.entries(teams).flatMap(([name, team]) =>
    Object.entries(team.models).flatMap(([model, { image }]) => {
      const fault = image === undefined ? undefined : faultOf(image, company, stack);
      const path = formatPath(["mlplatform:teams", name, "models", model, "image"]);
      return fault === undefined ? [] : [{ path, ...fault }];
    }),
  );
}

function faultOf(image: string, company: Company, tier: string): Omit<Problem, "path"> | undefined {
  const [, account = "", region = "", suffix = ""] =
    /^(\d{12})\.dkr\.ecr\.([^.]+)\.(amazonaws\.com(?:\.cn)?)\//.exec(image) ?? [];
  const { shared, workloads } = company.accounts;
  const ofTier = Object.values(workloads).filter(({ environment }) => environment === tier);
  const own = [shared, ...ofTier.map(({ id }) => id)];
  if (!own.includes(account)) {
    const fix = `Copy the image into ECR in the shared account, ${shared}, and name it there.`;
    return {
      found: `an image in the account ${found(account)}`,
      expected: `an image in the shared account, or in an account of ${tier}`,
      fix,
    };
  }
  const wanted = company.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  if (region !== company.regions.home || suffix !== wanted) {
    const home = `${account}.dkr.ecr.${company.regions.home}.${wanted}`;
    return {
      found: `an image in ${region}`,
      expected: `an image in ${company.regions.home}`,
      fix: `Copy the image to ${home}.`,
    };
  }
  return undefined;
}
