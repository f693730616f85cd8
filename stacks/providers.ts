import { Provider } from "@pulumi/aws/provider";
import * as random from "@pulumi/random";
import type { Company } from "../config";
import { deploymentRoleArn, previewRoleArn, type Scope } from "../components/secure";

/** The account that a provider acts in, by its config name and its id. */
export type Account = Scope["account"];

/** Makes each account's provider at most once, and hands it to whatever is made in that account. */
export interface Providers {
  /** The providers of components in one account: `aws` in the home region, and `random`. */
  in(account: Account): { readonly aws: Provider; readonly random: random.Provider };
}

/** Set to `true` where only previews are run, such as for pull requests: nothing can be changed then. */
const READ_ONLY = "MLPLATFORM_READ_ONLY";

/**
 * Explicit providers for a stack: each assumes the deployment role of its account, or the one that only reads where
 * `MLPLATFORM_READ_ONLY` is `true`, and refuses to act in any other account, so that wrong credentials fail before
 * anything is created.
 * @param environment The stack, which is in every resource's default tags and in CloudTrail's session names.
 */
export function providersOf(company: Company, environment: string): Providers {
  const place = { company, partition: company.partition, region: company.regions.home };
  const roleArn = process.env[READ_ONLY] === "true" ? previewRoleArn : deploymentRoleArn;
  const made = new Map<string, Provider>();
  const randomProvider = new random.Provider("random", {});
  const awsProvider = (account: Account) =>
    new Provider(`aws-${account.name}`, {
      region: place.region,
      allowedAccountIds: [account.id],
      assumeRoles: [
        {
          roleArn: roleArn({ ...place, account }),
          sessionName: `${company.name}-${environment}-pulumi`,
        },
      ],
      defaultTags: { tags: { ManagedBy: "pulumi", Environment: environment } },
    });
  return {
    in(account) {
      const aws = made.get(account.id) ?? awsProvider(account);
      made.set(account.id, aws);
      return { aws, random: randomProvider };
    },
  };
}
