import type { ResourceControl, Subject } from "../../core";
import { isTrue, mustBe } from "../../core";

/** Days within which key material is replaced. AWS rotates after 365 unless told otherwise. */
const MOST_DAYS = 365;

export const kmsKeyRotation: ResourceControl = {
  name: "kms-key-rotation",
  description: "Symmetric customer keys rotate at least once a year.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Rotation limits how much data one version of a key protects; it costs nothing and breaks nothing, old data stays readable.",
  fix: {
    text: "Set enableKeyRotation to true; leave rotationPeriodInDays at 365 or less.",
    code: `new kms.Key("data", { enableKeyRotation: true, rotationPeriodInDays: 365 });`,
  },
  frameworks: {
    cis: ["4.6"],
    nist: ["SC-12", "SC-12(2)", "SC-12(6)", "CM-6"],
    fsbp: ["KMS.4"],
    checkov: ["CKV_AWS_7"],
  },
  kind: "resource",
  types: ["aws:kms/key:Key"],
  check: (key) =>
    canRotate(key)
      ? [
          ...mustBe(key, "enableKeyRotation", isTrue, "true"),
          ...mustBe(
            key,
            "rotationPeriodInDays",
            (days) => Number(days) <= MOST_DAYS,
            `${MOST_DAYS} or fewer`,
            {
              unset: true,
            },
          ),
        ]
      : "not-applicable",
};

/**
 * KMS rotates symmetric encryption keys whose material it made itself.
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
function canRotate(key: Subject): boolean {
  const is = (property: string, expected: string) => {
    const value = key.properties.get(property);
    return value.state !== "known" || value.value === expected;
  };
  return (
    is("keyUsage", "ENCRYPT_DECRYPT") &&
    is("customerMasterKeySpec", "SYMMETRIC_DEFAULT") &&
    key.properties.get("customKeyStoreId").state === "unset"
  );
}
