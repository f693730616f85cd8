import { mustBe, type ResourceControl, type Tier } from "../../core";

/** The fewest days that a log group keeps its events, by tier. */
export const FEWEST_DAYS: Readonly<Record<Tier, number>> = { dev: 30, staging: 90, prod: 365 };

export const logRetentionMinimum: ResourceControl = {
  kind: "resource",
  name: "log-retention-minimum",
  description:
    "Every log group says how long it keeps its events: 30 days in dev, 90 in staging, 365 in prod, or more.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Break-ins are found after months, and what is not kept cannot be looked into; what is kept for ever is paid for, and is personal data too long.",
  fix: {
    text: "Set the retention.",
    code: `new cloudwatch.LogGroup("training", { ..., retentionInDays: 365 });`,
  },
  frameworks: {
    nist: ["AU-10", "AU-11", "AU-11(1)"],
    gdpr: ["5", "32"],
    checkov: ["CKV_AWS_66", "CKV_AWS_338"],
  },
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  check: (subject, { tier }) => {
    const fewest = FEWEST_DAYS[tier];
    return mustBe(subject, "retentionInDays", (days) => Number(days) >= fewest, `${fewest} days or more`);
  },
};
