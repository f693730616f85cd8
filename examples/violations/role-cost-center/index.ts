import { account, tagsWithout } from "../support/account";
import { jobRole } from "../support/role";
import type { Example } from "../example";

export const example: Example = {
  name: "role-cost-center",
  control: "role-cost-center",
  tier: "dev",
  mistake: "A role was made for a trial, and nobody said who pays for what it runs.",
  others: [{ control: "required-tags", why: "The cost centre is one of the required tags." }],
  program: (mended) => {
    const options = account("dev", { tags: tagsWithout("CostCenter") });
    jobRole("trial", "dev", mended ? { tags: { CostCenter: "CC-4711" } } : {}, options);
  },
};
