import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { account } from "../support/account";
import { keyOfLogs } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "log-retention-minimum",
  control: "log-retention-minimum",
  tier: "staging",
  mistake: "The log group kept AWS's default, which keeps events for ever, and pays for them.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const key = keyOfLogs("training", "staging", options);
    new LogGroup("training", { kmsKeyId: key.arn, ...(mended ? { retentionInDays: 365 } : {}) }, options);
  },
};
