import type { Finding, ResourceControl, Subject, Tier } from "../../core";
import { mustBe } from "../../core";
import { allowing, type PolicyDocument, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";

/** The longest session of a person in hours, by tier. */
export const MOST_HOURS: Readonly<Record<Tier, number>> = { dev: 4, staging: 2, prod: 1 };

const SECONDS_PER_HOUR = 3600;
const PERMISSION_SET = "aws:ssoadmin/permissionSet:PermissionSet";

export const iamSessionLengthLimited: ResourceControl = {
  name: "iam-session-length-limited",
  description:
    "A session of a role that people assume lasts no longer than the tier allows: 4 hours in dev, 2 in staging, 1 in prod.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Credentials that are copied from a laptop, a log or a browser work until their session ends, whatever is changed for the person meanwhile.",
  fix: {
    text: "Take maxSessionDuration, or a permission set's sessionDuration, down to the tier's hours.",
    code: `new iam.Role("operator", { assumeRolePolicy, permissionsBoundary, maxSessionDuration: 3600 });`,
  },
  frameworks: { nist: ["AC-2(5)", "AC-12"] },
  kind: "resource",
  types: ["aws:iam/role:Role", PERMISSION_SET],
  check: (subject, { tier }) =>
    subject.type === PERMISSION_SET ? judgePermissionSet(subject, tier) : judgeRole(subject, tier),
};

/** One hour is what a role has by itself: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
function judgeRole(role: Subject, tier: Tier): readonly Finding[] | "not-applicable" {
  if (!isForPeople(trustDocument(role).document)) return "not-applicable";
  const most = MOST_HOURS[tier] * SECONDS_PER_HOUR;
  const isShort = (seconds: unknown) => Number(seconds) <= most;
  return mustBe(role, "maxSessionDuration", isShort, `at most ${most} seconds in ${tier}`, { unset: true });
}

/** One hour by itself too: https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html */
function judgePermissionSet(set: Subject, tier: Tier): readonly Finding[] {
  const most = MOST_HOURS[tier];
  const isShort = (duration: unknown) => hoursOf(String(duration)) <= most;
  return mustBe(set, "sessionDuration", isShort, `at most PT${most}H in ${tier}`, { unset: true });
}

/** Hours of an ISO 8601 duration such as `PT1H30M`; more than any when it is none. */
function hoursOf(duration: string): number {
  const parts = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration);
  if (parts === null) return Number.POSITIVE_INFINITY;
  const [, hours = 0, minutes = 0, seconds = 0] = parts;
  return Number(hours) + Number(minutes) / 60 + Number(seconds) / SECONDS_PER_HOUR;
}

/**
 * Whether people, or roles that they have, can assume a role. Services renew what they assume by themselves, whatever
 * the longest session is, and so do machines with a token of their own (AssumeRoleWithWebIdentity).
 */
function isForPeople(trust: PolicyDocument): boolean {
  return unknownParts(trust).length > 0 || allowing(trust).some(letsPeopleIn);
}

function letsPeopleIn(statement: Statement): boolean {
  const actions = statement.actions.values.map(({ value }) => value.toLowerCase());
  if (actions.length > 0 && actions.every((action) => action === "sts:assumerolewithwebidentity"))
    return false;
  return (
    statement.principals.unknown.length > 0 ||
    statement.notPrincipals.present ||
    statement.principals.values.some((written) => principalOf(written).kind !== "service")
  );
}
