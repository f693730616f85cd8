import { Secret } from "@pulumi/aws/secretsmanager/secret";
import { SecretRotation } from "@pulumi/aws/secretsmanager/secretRotation";
import { account, ACCOUNTS, arn } from "../support/account";
import { customerKey } from "../support/key";
import type { Example } from "../example";

export const example: Example = {
  name: "secret-rotation-on",
  control: "secret-rotation-on",
  tier: "prod",
  mistake: "The database's password was set once and never changed.",
  others: [],
  program: (mended) => {
    const options = account("prod");
    const key = customerKey("secrets", "prod", {}, options);
    const secret = new Secret(
      "database",
      { kmsKeyId: key.arn, recoveryWindowInDays: 30 },
      { ...options, protect: true },
    );
    if (!mended) return;
    new SecretRotation(
      "database",
      {
        secretId: secret.id,
        rotationLambdaArn: arn("lambda", "function:rotate", { account: ACCOUNTS.prod }),
        rotationRules: { automaticallyAfterDays: 30 },
      },
      options,
    );
  },
};
