import { secretCmkAndPolicy as control } from "../../../policy-pack/controls/secrets/secret-cmk-and-policy";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "k");
const secret = (props: object) =>
  declare("secretsmanager/secret:Secret", "s", { kmsKeyId: ref(key, "arn"), ...props });
const at = (property: string) => [`s (secretsmanager/secret): ${property}`];

describe("secret-cmk-and-policy", () => {
  it("passes a customer key and AWS's thirty days", () => {
    passes(control, [key, secret({})]);
    passes(control, [key, secret({ recoveryWindowInDays: 7 })], { tier: "dev" });
  });

  it("refuses AWS's own key, which is the default", () => {
    violates(control, [secret({ kmsKeyId: undefined })], at("kmsKeyId"));
    violates(control, [secret({ kmsKeyId: "alias/aws/secretsmanager" })], at("kmsKeyId"));
  });

  it("wants a customer key for every replica, in its own region", () => {
    const there = declare("kms/replicaKey:ReplicaKey", "there");
    const of = (...keys: readonly unknown[]) =>
      secret({ replicas: keys.map((kmsKeyId) => ({ region: "eu-west-1", kmsKeyId })) });
    passes(control, [key, there, of(ref(there, "arn"))]);
    passes(control, [key, secret({ replicas: [] })]);
    violates(control, [key, of(undefined)], at("replicas[0].kmsKeyId"));
    violates(
      control,
      [key, there, of(ref(there, "arn"), "alias/aws/secretsmanager")],
      at("replicas[1].kmsKeyId"),
    );
    const list = declare("ssm/parameter:Parameter", "p", { value: [{ region: "eu-west-1" }] });
    defers(
      control,
      [key, secret({ replicas: ref(list, "value") })],
      at("replicas"),
      at("replicas[0].kmsKeyId"),
    );
  });

  it("refuses deletion at once, or too soon", () => {
    violates(control, [key, secret({ recoveryWindowInDays: 0 })], at("recoveryWindowInDays"), {
      tier: "dev",
    });
    violates(control, [key, secret({ recoveryWindowInDays: 14 })], at("recoveryWindowInDays"));
  });

  it("wants public policies refused", () => {
    const policy = (blockPublicPolicy?: boolean) =>
      declare("secretsmanager/secretPolicy:SecretPolicy", "p", {
        secretArn: "arn",
        policy: "{}",
        blockPublicPolicy,
      });
    passes(control, [policy(true)]);
    violates(control, [policy()], ["p (secretsmanager/secretPolicy): blockPublicPolicy"]);
  });
});
