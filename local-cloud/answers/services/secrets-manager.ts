import type { ServiceFacts } from "../resource-facts";

/** Secrets Manager, which ends a secret's ARN with six characters of its own choosing. */
export const SECRETS_MANAGER: ServiceFacts = {
  "aws:secretsmanager/secret:Secret": {
    id: "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-{lower:6}",
    arn: "{id}",
    unique: "account",
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    id: "{secretId}|{uuid}",
    arn: "{secretId}",
    outputs: { versionId: "{uuid}", versionStages: ["AWSCURRENT"] },
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    id: "{secretId}",
    outputs: { rotationEnabled: true },
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": { id: "{secretArn}" },
};
