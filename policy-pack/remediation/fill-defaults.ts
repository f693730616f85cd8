import type { Remediation } from "./remediation";
import { fillIn } from "./remediation";

/** Rotates keys of which the program says nothing. AWS takes it only for symmetric keys whose material it made. */
export const rotateKeys: Remediation = {
  name: "remediate-key-rotation",
  controls: ["kms-key-rotation"],
  description: "Rotates symmetric keys that say nothing of rotation.",
  types: ["aws:kms/key:Key"],
  changes: (key) => {
    const is = (property: string, expected: string) => {
      const value = key.properties.get(property);
      return value.state === "unset" || (value.state === "known" && value.value === expected);
    };
    const isSymmetric =
      is("keyUsage", "ENCRYPT_DECRYPT") &&
      is("customerMasterKeySpec", "SYMMETRIC_DEFAULT") &&
      key.properties.get("customKeyStoreId").state === "unset";
    return isSymmetric ? fillIn(key, "enableKeyRotation", true) : [];
  },
};

/** Encrypts queues of which the program says nothing, with the key of SQS itself. */
export const encryptQueues: Remediation = {
  name: "remediate-queue-encryption",
  controls: ["messaging-cmk-encryption"],
  description: "Encrypts queues that name no key, at least with that of SQS itself.",
  types: ["aws:sqs/queue:Queue"],
  changes: (queue) =>
    queue.properties.get("kmsMasterKeyId").state === "unset"
      ? fillIn(queue, "sqsManagedSseEnabled", true)
      : [],
};
