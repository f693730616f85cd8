import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { account, PARTITION } from "../support/account";
import { allows, jobRole } from "../support/role";
import type { Example } from "../example";

export const example: Example = {
  name: "iam-no-wildcard-resource",
  control: "iam-no-wildcard-resource",
  tier: "staging",
  mistake: "The bucket had no name yet when the policy was written.",
  others: [
    {
      control: "iam-no-data-exfil-grant",
      why: "What may be read on every resource is the data of all teams.",
    },
  ],
  program: (mended) => {
    const options = account("staging");
    const role = jobRole("training", "staging", {}, options);
    const Resource = mended ? `arn:${PARTITION}:s3:::acme-fraud-data/*` : "*";
    new RolePolicy(
      "training",
      { role: role.name, policy: allows({ Action: "s3:GetObject", Resource }) },
      options,
    );
  },
};
