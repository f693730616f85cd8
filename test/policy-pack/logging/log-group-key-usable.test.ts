import { logGroupKeyUsable as control } from "../../../policy-pack/controls/logging/log-group-key-usable";
import { AT_HOME, HOME } from "../identity/cases";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const arnOf = (name: string, account = HOME) => `arn:aws:logs:eu-central-1:${account}:log-group:${name}`;
const lets = (names: readonly string[] | undefined, more: object = {}) => ({
  Effect: "Allow",
  Principal: { Service: "logs.eu-central-1.amazonaws.com" },
  Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  ...(names === undefined ? {} : { Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": names } } }),
  ...more,
});
const key = (...statements: readonly object[]): Declared =>
  declare("kms/key:Key", "k", statements.length === 0 ? {} : { policy: { Statement: statements } }, AT_HOME);
const group = (of: Declared, props: object = { name: "/f" }): Declared =>
  declare("cloudwatch/logGroup:LogGroup", "logs", { kmsKeyId: ref(of, "arn"), ...props }, AT_HOME);
const judged = (of: Declared, props?: object): Declared[] => [of, group(of, props)];
const found = ["logs (cloudwatch/logGroup): kmsKeyId"];

describe("log-group-key-usable", () => {
  it("passes a key that CloudWatch Logs may use for the log group", () => {
    passes(control, judged(key(lets([arnOf("/g"), arnOf("/f")]))));
    passes(control, judged(key(lets([arnOf("/*")]))));
    passes(control, judged(key(lets([arnOf("/f", "*")]))));
    passes(control, judged(key(lets(undefined))));
    passes(control, judged(key(lets([arnOf("logs-*")])), {}));
    passes(control, judged(key(lets([arnOf("/mine*")])), { namePrefix: "/mine" }));
    const bare = key();
    const policy = declare("kms/keyPolicy:KeyPolicy", "p", {
      keyId: ref(bare, "keyId"),
      policy: { Statement: [lets([arnOf("/f")])] },
    });
    passes(control, [...judged(bare), policy]);
  });

  it("refuses a key that it may not use, or for other log groups only", () => {
    violates(control, judged(key()), found);
    violates(control, judged(key(lets([arnOf("/g")]))), found);
    violates(control, judged(key(lets([arnOf("/f", "333333333333")]))), found);
    violates(control, judged(key(lets([arnOf("/f")], { Effect: "Deny" }))), found);
    violates(control, judged(key(lets([arnOf("/f")], { Action: "kms:Decrypt" }))), found);
    const byLambda = { Principal: { Service: "lambda.amazonaws.com" } };
    violates(control, judged(key(lets([arnOf("/f")], byLambda))), found);
    violates(
      control,
      judged(key(lets(undefined, { Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: "kms:*" }))),
      found,
    );
  });

  it("waits for a name that is not known yet, which the key may be for or not", () => {
    const maker = declare("sqs/queue:Queue", "q", { mine: "/f", others: "/g" });
    defers(control, [maker, ...judged(key(lets([arnOf("/f")])), { name: ref(maker, "mine") })], found, []);
    defers(
      control,
      [maker, ...judged(key(lets([arnOf("/f")])), { name: ref(maker, "others") })],
      found,
      found,
    );
    passes(control, [maker, ...judged(key(lets([arnOf("*")])), { name: ref(maker, "mine") })]);
    const byLambda = { Principal: { Service: "lambda.amazonaws.com" } };
    violates(control, [maker, ...judged(key(lets(["*"], byLambda)), { name: ref(maker, "mine") })], found);
  });

  it("waits for a policy that is not known yet", () => {
    const text = declare("sqs/queue:Queue", "q", {
      policy: JSON.stringify({ Statement: [lets([arnOf("/g")])] }),
    });
    const late = declare("kms/key:Key", "k", { policy: ref(text, "policy") }, AT_HOME);
    defers(control, [text, ...judged(late)], found, found);
  });

  it("has nothing to judge where the key is not of the stack, or there is none", () => {
    notApplicable(control, [declare("cloudwatch/logGroup:LogGroup", "l", {})]);
    notApplicable(control, [
      declare("cloudwatch/logGroup:LogGroup", "l", { kmsKeyId: "arn:aws:kms:::key/x" }),
    ]);
  });
});
