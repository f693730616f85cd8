import {
  type Context,
  deferred,
  type Finding,
  type ResourceControl,
  type Subject,
  type Verdict,
  violation,
} from "../../core";
import { ROLE } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { judgeAllowing } from "../../iam/judge-document";
import { RESOURCE_POLICY_TYPES, resourceDocument, trustDocument } from "../../iam/resource-documents";
import { environmentOfAccount, isLaxer } from "./environment";
import { GRANTEES, granteesOf } from "./grantees";
import { accountsIn } from "./statement-accounts";

export const iamEnvTrustIsolation: ResourceControl = {
  kind: "resource",
  name: "iam-env-trust-isolation",
  description:
    "Nothing of an environment trusts an account of a laxer one: no role, key, bucket, grant or permission of prod one of staging or dev.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Where prod trusts dev, whoever breaks into the environment with the fewest guards stands in the one with all the data.",
  fix: {
    text: "Hand things on through the shared account, or by a role of the stricter environment that fetches them.",
    code: `Principal: { AWS: [\`arn:\${partition}:iam::\${prodAccount}:role/release\`] },`,
  },
  frameworks: { nist: ["AC-4", "AC-6", "SC-32"] },
  exemptibleInProd: false,
  types: [ROLE, ...Object.keys(GRANTEES), ...RESOURCE_POLICY_TYPES],
  check: (subject, context) => {
    // The organization's own accounts serve every environment: their logs and images are meant for all.
    const account = accountOf(subject);
    if (account !== undefined && environmentOfAccount(account, context.settings) === "org") return [];
    return GRANTEES[subject.type] !== undefined
      ? judgeGrantees(subject, context)
      : judgePolicy(subject, context);
  },
};

function judgePolicy(subject: Subject, context: Context): Verdict {
  const owned = subject.type === ROLE ? trustDocument(subject) : resourceDocument(subject);
  if (owned.document.state === "unset") return "not-applicable";
  return judgeAllowing(owned, (statement) => [
    ...accountsIn(statement).flatMap(({ value, path }) => judgeAccount(subject, path, value, context)),
    ...statement.principals.unknown
      .filter(() => Object.keys(context.settings.accounts).length > 0)
      .map((path) => deferred(subject, path)),
  ]);
}

function judgeGrantees(subject: Subject, context: Context): readonly Finding[] {
  return granteesOf(subject).flatMap(({ property, account }) =>
    account === undefined ? [] : judgeAccount(subject, property, account, context),
  );
}

function judgeAccount(
  subject: Subject,
  property: string,
  account: string,
  context: Context,
): readonly Finding[] {
  const environment = environmentOfAccount(account, context.settings);
  if (!isLaxer(environment, context.tier)) return [];
  return [
    violation(
      subject,
      property,
      `${account}, an account of ${String(environment)}`,
      `accounts of ${context.tier}, or of the organization`,
      { finding: `Account::${account}` },
    ),
  ];
}
