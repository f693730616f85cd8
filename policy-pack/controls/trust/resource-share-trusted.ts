import {
  type Context,
  deferred,
  type Finding,
  isTrue,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { judgeAllowing } from "../../iam/judge-document";
import { RESOURCE_POLICY_TYPES, resourceDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";
import { GRANTEES, granteesOf } from "./grantees";
import { accountsIn } from "./statement-accounts";
import { isTrustedAccount, knowsAccounts } from "./trusted-accounts";

const SHARE = "aws:ram/resourceShare:ResourceShare";
const REQUIRED = "an account of the company, or one that its settings trust";

export const resourceShareTrusted: ResourceControl = {
  kind: "resource",
  name: "resource-share-trusted",
  description:
    "Whatever is shared with another account, by a policy, a grant, a permission or Resource Access Manager, is shared with the company's own or trusted ones.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What a stranger's account may read is copied before anyone notices, and who reads it there nobody here sees.",
  fix: {
    text: "Name an account of the company; a partner's goes into trustedAccounts of the pack's settings, with a review.",
    code: `new ram.ResourceShare("models", { allowExternalPrincipals: false });
new ram.PrincipalAssociation("models", { resourceShareArn: share.arn, principal: organizationArn });`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], fsbp: ["S3.6"], checkov: ["CKV_AWS_364", "CKV_AWS_385"] },
  types: [SHARE, ...Object.keys(GRANTEES), ...RESOURCE_POLICY_TYPES],
  check: (subject, context) => {
    if (subject.type === SHARE) return judgeShare(subject);
    if (GRANTEES[subject.type] !== undefined) return judgeGrantees(subject, context);
    return judgePolicy(subject, context);
  },
};

/** The provider shares within the organization unless it is told otherwise. */
function judgeShare(share: Subject): readonly Finding[] {
  const external = share.properties.get("allowExternalPrincipals");
  if (external.state === "unknown") return [deferred(share, "allowExternalPrincipals")];
  return external.state === "known" && isTrue(external.value)
    ? [violation(share, "allowExternalPrincipals", external, "false")]
    : [];
}

function judgeGrantees(subject: Subject, { settings }: Context): readonly Finding[] {
  return granteesOf(subject).flatMap(({ property, value, account, organization }): readonly Finding[] => {
    const own = settings.organizationId;
    const stranger =
      (account !== undefined && !isTrustedAccount(account, subject, settings)) ||
      (organization !== undefined && own !== "" && organization !== own);
    if (stranger) {
      const finding = `Account::${account ?? organization ?? ""}`;
      return [violation(subject, property, value, REQUIRED, { finding })];
    }
    // Whom a grant is for comes from a role of the same program while it is not known.
    return value.state === "unknown" && !/Principal$|^source/.test(property)
      ? [deferred(subject, property)]
      : [];
  });
}

function judgePolicy(subject: Subject, { settings }: Context): ReturnType<ResourceControl["check"]> {
  const owned = resourceDocument(subject);
  if (owned.document.state === "unset") return "not-applicable";
  return judgeAllowing(owned, (statement) => [
    ...accountsIn(statement)
      .filter(({ value }) => !isTrustedAccount(value, subject, settings))
      .map(({ value, path }) => violation(subject, path, value, REQUIRED, { finding: `Account::${value}` })),
    ...(knowsAccounts(settings) ? judgeCanonicalIds(subject, statement) : []),
    ...statement.principals.unknown.map((path) => deferred(subject, path)),
  ]);
}

/**
 * A canonical id stands for a whole account without saying which, so that nobody who reads the policy can tell whether it is
 * a trusted one: https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html
 */
function judgeCanonicalIds(subject: Subject, { principals }: Statement): readonly Finding[] {
  return principals.values
    .filter(({ kind }) => kind.toLowerCase() === "canonicaluser")
    .map(({ value, path }) =>
      violation(subject, path, `the canonical id ${value}`, `${REQUIRED}, by its number or an ARN`, {
        finding: `Account::${value}`,
      }),
    );
}
