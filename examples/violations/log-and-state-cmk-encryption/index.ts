import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { account } from "../support/account";
import { keyOfLogs } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "log-and-state-cmk-encryption",
  control: "log-and-state-cmk-encryption",
  tier: "prod",
  mistake: "The log group of a training job was left to AWS's own key.",
  others: [],
  program: (mended) => {
    const options = account("prod");
    const key = keyOfLogs("training", "prod", options);
    const encryption = mended ? { kmsKeyId: key.arn } : {};
    new LogGroup(
      "training",
      { retentionInDays: 731, deletionProtectionEnabled: true, ...encryption },
      options,
    );
  },
};
