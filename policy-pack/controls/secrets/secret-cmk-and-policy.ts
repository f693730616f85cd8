import {
  deferred,
  type Finding,
  isTrue,
  judgeCustomerKey,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
  type Tier,
} from "../../core";

/** Days in which a deleted secret can be brought back, at least. AWS allows 7 to 30 or none, and takes 30 by itself. */
export const SECRET_RECOVERY_DAYS: Readonly<Record<Tier, number>> = { dev: 7, staging: 14, prod: 30 };

const POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";

export const secretCmkAndPolicy: ResourceControl = {
  name: "secret-cmk-and-policy",
  description:
    "Secrets and their replicas are encrypted with a customer key, can be brought back after deletion, and refuse public policies.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With AWS's own key every principal of the account that may read the secret may decrypt it; with yours the key's policy is a second lock.",
  fix: {
    text: "Set kmsKeyId to a customer key, leave recoveryWindowInDays at 30, and set blockPublicPolicy on the secret's policy.",
    code: `new secretsmanager.Secret("database", { kmsKeyId: key.arn, recoveryWindowInDays: 30 });`,
  },
  frameworks: {
    cis: ["2.21"],
    nist: ["SC-28(1)", "SC-13", "AU-9(3)"],
    checkov: ["CKV_AWS_149"],
  },
  kind: "resource",
  types: ["aws:secretsmanager/secret:Secret", POLICY],
  check: (subject, { tier }) => (subject.type === POLICY ? judgePolicy(subject) : judgeSecret(subject, tier)),
};

function judgeSecret(secret: Subject, tier: Tier) {
  const fewest = SECRET_RECOVERY_DAYS[tier];
  return [
    ...mustBeCustomerKey(secret, "kmsKeyId"),
    ...judgeReplicas(secret),
    ...mustBe(secret, "recoveryWindowInDays", (days) => Number(days) >= fewest, `${fewest} or more`, {
      unset: true,
    }),
  ];
}

/**
 * A replica without a key takes AWS's own in its region:
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicaRegionType.html
 */
function judgeReplicas(secret: Subject): readonly Finding[] {
  const replicas = secret.properties.list("replicas");
  if (replicas.state === "unknown") return [deferred(secret, "replicas")];
  if (replicas.state === "unset") return [];
  return replicas.value.flatMap(({ path, properties }) =>
    judgeCustomerKey(secret, `${path}.kmsKeyId`, properties.get("kmsKeyId")),
  );
}

function judgePolicy(policy: Subject) {
  return mustBe(policy, "blockPublicPolicy", isTrue, "true");
}
