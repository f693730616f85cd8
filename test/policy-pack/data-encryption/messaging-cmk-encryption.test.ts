import { messagingCmkEncryption as control } from "../../../policy-pack/controls/data-encryption/messaging-cmk-encryption";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const KEY = { kmsMasterKeyId: ref(key, "arn") };
const queue = (props: Declared["props"]) => [key, declare("sqs/queue:Queue", "q", props)];
const topic = (props: Declared["props"]) => [key, declare("sns/topic:Topic", "t", props)];
const QUEUE_KEY = ["q (sqs/queue): kmsMasterKeyId"];
const TOPIC_KEY = ["t (sns/topic): kmsMasterKeyId"];

describe("messaging-cmk-encryption", () => {
  it("passes a customer key in every tier", () => {
    for (const tier of ["dev", "staging", "prod"] as const) {
      passes(control, queue(KEY), { tier });
      passes(control, topic(KEY), { tier });
    }
  });

  it("finds every other encryption in prod", () => {
    violates(control, queue({}), QUEUE_KEY);
    violates(control, queue({ sqsManagedSseEnabled: true }), QUEUE_KEY);
    violates(control, queue({ kmsMasterKeyId: "alias/aws/sqs" }), QUEUE_KEY);
    violates(control, topic({}), TOPIC_KEY);
    violates(control, topic({ kmsMasterKeyId: "alias/aws/sns" }), TOPIC_KEY);
  });

  it("takes SQS's and AWS's own keys below prod, but no plain queue or topic", () => {
    const staging = { tier: "staging" } as const;
    passes(control, queue({}), staging);
    passes(control, queue({ sqsManagedSseEnabled: true }), staging);
    passes(control, queue({ kmsMasterKeyId: "alias/aws/sqs" }), staging);
    passes(control, topic({ kmsMasterKeyId: "alias/aws/sns" }), staging);
    violates(
      control,
      queue({ sqsManagedSseEnabled: false }),
      ["q (sqs/queue): sqsManagedSseEnabled"],
      staging,
    );
    violates(control, topic({}), TOPIC_KEY, staging);
    violates(control, topic({ kmsMasterKeyId: "" }), TOPIC_KEY, staging);
  });

  it("waits for a switch that is not known yet", () => {
    const parameter = declare("made/up:Flag", "p", { value: false });
    const line = ["q (sqs/queue): sqsManagedSseEnabled"];
    defers(control, queue({ sqsManagedSseEnabled: ref(parameter, "value") }), line, line, { tier: "dev" });
    notApplicable(control, [key]);
  });
});
