import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { account, PARTITION } from "../support/account";
import { allows, jobRole } from "../support/role";
import type { Example } from "../example";

export const example: Example = {
  name: "iam-no-wildcard-action",
  control: "iam-no-wildcard-action",
  tier: "staging",
  mistake: "Access was refused, and s3:* made it work.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const role = jobRole("training", "staging", {}, options);
    const Action = mended ? ["s3:GetObject", "s3:PutObject"] : ["s3:*"];
    const policy = allows({ Action, Resource: `arn:${PARTITION}:s3:::acme-fraud-data/*` });
    new RolePolicy("training", { role: role.name, policy }, options);
  },
};
