import { isFalse, mustBe, type ResourceControl, type Tier } from "../../core";

/** Days between scheduling a key's deletion and losing it, at least. AWS allows 7 to 30, and takes 30 by itself. */
export const KEY_DELETION_DAYS: Readonly<Record<Tier, number>> = { dev: 7, staging: 14, prod: 30 };

export const kmsDeletionSafe: ResourceControl = {
  name: "kms-deletion-safe",
  description:
    "A deleted key can be brought back for as long as its tier says, and its policy cannot lock its owner out.",
  severity: "high",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Everything under a deleted key is lost for good; the waiting time is the only way back.",
  fix: {
    text: "Leave deletionWindowInDays at 30 in prod, and bypassPolicyLockoutSafetyCheck unset.",
    code: `new kms.Key("data", { enableKeyRotation: true, deletionWindowInDays: 30 });`,
  },
  frameworks: { nist: ["SC-12", "SC-12(2)", "SC-12(6)"], fsbp: ["KMS.3"] },
  kind: "resource",
  types: [
    "aws:kms/key:Key",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  check: (key, { tier }) => {
    const fewest = KEY_DELETION_DAYS[tier];
    return [
      ...mustBe(key, "deletionWindowInDays", (days) => Number(days) >= fewest, `${fewest} or more`, {
        unset: true,
      }),
      ...mustBe(key, "bypassPolicyLockoutSafetyCheck", isFalse, "false", { unset: true }),
    ];
  },
};
