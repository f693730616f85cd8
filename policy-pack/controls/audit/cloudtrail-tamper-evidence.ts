import { isText, isTrue, mustBe, mustBeCustomerKey, type ResourceControl } from "../../core";

const EVENT_DATA_STORE = "aws:cloudtrail/eventDataStore:EventDataStore";

export const cloudtrailTamperEvidence: ResourceControl = {
  kind: "resource",
  name: "cloudtrail-tamper-evidence",
  description:
    "Trails are validated, encrypted with a customer managed key and sent to CloudWatch Logs; event data stores are encrypted likewise.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever broke in changes or deletes the record of it; digests show that it was done, and the copy in CloudWatch Logs is what alarms go by.",
  fix: {
    text: "Switch the validation on, and name a key, a log group and the role that writes to it.",
    code: `new cloudtrail.Trail("audit", {
  ..., enableLogFileValidation: true, kmsKeyId: key.arn,
  cloudWatchLogsGroupArn: interpolate\`\${logGroup.arn}:*\`, cloudWatchLogsRoleArn: role.arn,
});`,
  },
  frameworks: {
    cis: ["4.2", "4.5"],
    nist: ["AU-2", "AU-3", "AU-9", "AU-9(3)", "AU-10"],
    fsbp: ["CloudTrail.2", "CloudTrail.4", "CloudTrail.5"],
    checkov: ["CKV_AWS_35", "CKV_AWS_36", "CKV_AWS_294", "CKV2_AWS_10"],
  },
  types: ["aws:cloudtrail/trail:Trail", EVENT_DATA_STORE],
  check: (subject) => {
    const encrypted = mustBeCustomerKey(subject, "kmsKeyId");
    if (subject.type === EVENT_DATA_STORE) return encrypted;
    return [
      ...encrypted,
      ...mustBe(subject, "enableLogFileValidation", isTrue, "true"),
      ...mustBe(subject, "cloudWatchLogsGroupArn", isText, "the ARN of a log group", { unknown: true }),
      ...mustBe(subject, "cloudWatchLogsRoleArn", isText, "the ARN of the role that writes to it", {
        unknown: true,
      }),
    ];
  },
};
