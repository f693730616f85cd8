import { Model } from "@pulumi/aws/sagemaker/model";
import { account, arn } from "../support/account";
import { model } from "../support/model";
import type { Example } from "../example";

export const example: Example = {
  name: "no-plaintext-secrets-in-config",
  control: "no-plaintext-secrets-in-config",
  tier: "dev",
  mistake: "The password of a database went into the environment of a model.",
  others: [],
  program: (mended) => {
    const options = account("dev");

    const args = model("dev", options);
    const environment: Record<string, string> = mended
      ? { DATABASE_SECRET_ARN: arn("secretsmanager", "secret:database") }
      : { DATABASE_PASSWORD: ["not", "a", "real", "one"].join("-") };
    new Model("scoring", { ...args, primaryContainer: { ...args.primaryContainer, environment } }, options);
  },
};
