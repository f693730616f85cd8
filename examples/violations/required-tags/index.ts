import { Topic } from "@pulumi/aws/sns/topic";
import { account, tagsWithout } from "../support/account";
import { customerKey } from "../support/key";
import type { Example } from "../example";

const OWNED = { Owner: "ml@example.com", DataClassification: "internal" };

export const example: Example = {
  name: "required-tags",
  control: "required-tags",
  tier: "staging",
  mistake: "A topic was made without an owner or a data class, and nobody knows whose it is.",
  others: [],
  program: (mended) => {
    const options = account("staging", { tags: tagsWithout("Owner", "DataClassification") });
    const key = customerKey("alarms", "staging", { tags: OWNED }, options);
    new Topic("alarms", { kmsMasterKeyId: key.arn, ...(mended ? { tags: OWNED } : {}) }, options);
  },
};
