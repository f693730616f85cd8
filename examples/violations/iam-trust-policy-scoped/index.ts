import { account } from "../support/account";
import { jobRole, trust } from "../support/role";
import type { Example } from "../example";

export const example: Example = {
  name: "iam-trust-policy-scoped",
  control: "iam-trust-policy-scoped",
  tier: "dev",
  mistake: "A vendor's whole account was trusted, as its installation guide says.",
  others: [
    { control: "iam-role-team-isolation", why: "A team's role is for that team, not for a whole account." },
  ],
  program: (mended) => {
    const options = account("dev");
    const vendor = { Principal: { AWS: "123456789012" } };
    const agreed = { StringEquals: { "sts:ExternalId": "3f7a-9c21" } };
    const assumeRolePolicy = trust(mended ? { ...vendor, Condition: agreed } : vendor);
    jobRole("vendor", "dev", { assumeRolePolicy }, options);
  },
};
