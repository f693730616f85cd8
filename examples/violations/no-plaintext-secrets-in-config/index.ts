import { Model } from "@pulumi/aws/sagemaker/model";
import { account, ACCOUNTS, arn, REGION } from "../support/account";
import { model } from "../support/model";
import type { Example } from "../example";

const IMAGE = `${ACCOUNTS.dev}.dkr.ecr.${REGION}.amazonaws.com/scoring@sha256:${"0".repeat(64)}`;

export const example: Example = {
  name: "no-plaintext-secrets-in-config",
  control: "no-plaintext-secrets-in-config",
  tier: "dev",
  mistake: "The password of a database went into the environment of a model.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    const environment: Record<string, string> = mended
      ? { DATABASE_SECRET_ARN: arn("secretsmanager", "secret:database") }
      : { DATABASE_PASSWORD: ["not", "a", "real", "one"].join("-") };
    const primaryContainer = { image: IMAGE, environment };
    new Model("scoring", { ...model("dev", options), primaryContainer }, options);
  },
};
