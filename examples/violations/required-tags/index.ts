import { Topic } from "@pulumi/aws/sns/topic";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy";
import { account, ACCOUNTS, arn, tagsWithout } from "../support/account";
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
    const owner = mended ? { tags: OWNED } : {};
    const topic = new Topic("alarms", { name: "alarms", kmsMasterKeyId: key.arn, ...owner }, options);
    const denyPlainHttp = {
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: arn("sns", "alarms", { account: ACCOUNTS.staging }),
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    new TopicPolicy(
      "alarms",
      { arn: topic.arn, policy: JSON.stringify({ Version: "2012-10-17", Statement: [denyPlainHttp] }) },
      options,
    );
  },
};
