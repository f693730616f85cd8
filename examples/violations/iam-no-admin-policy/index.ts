import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { account, PARTITION } from "../support/account";
import { allows, jobRole } from "../support/role";
import type { Example } from "../example";

export const example: Example = {
  name: "iam-no-admin-policy",
  control: "iam-no-admin-policy",
  tier: "dev",
  mistake: "A role was given everything to find out what it needs, and it stayed so.",
  others: [
    { control: "iam-no-data-exfil-grant", why: "Every action reads every store too." },
    { control: "iam-no-privilege-escalation", why: "Every action writes policies too." },
    { control: "iam-no-wildcard-action", why: "Every action is a wildcard too." },
    { control: "iam-no-wildcard-resource", why: "Every resource is a wildcard too." },
    { control: "iam-passrole-scoped", why: "Every action holds iam:PassRole." },
    {
      control: "sm-role-job-guardrails",
      why: "Every action starts jobs, with no condition on where and how.",
    },
  ],
  program: (mended) => {
    const options = account("dev");
    const role = jobRole("training", "dev", {}, options);
    const policy = mended
      ? allows({ Action: "s3:GetObject", Resource: `arn:${PARTITION}:s3:::acme-fraud-data/*` })
      : allows({ Action: "*", Resource: "*" });
    new RolePolicy("training", { role: role.name, policy }, options);
  },
};
