import type { Finding, ResourceControl, Subject } from "../../core";
import { deferred, violation } from "../../core";
import { type Limit, limitedBy } from "../../iam/condition";
import type { OwnedDocument } from "../../iam/identity-documents";
import { judgeAllowing, judgeReadable } from "../../iam/judge-document";
import { perimeterKeys } from "../../iam/perimeter";
import { isAnyone } from "../../iam/principal";
import { judgePublicPermission, PERMISSION_TYPES } from "../../iam/public-permission";
import { refusedOtherwise } from "../../iam/refused-otherwise";
import { RESOURCE_POLICY_TYPES, resourceDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";

export const resourcePolicyNoPublicPrincipal: ResourceControl = {
  name: "resource-policy-no-public-principal",
  description:
    "No policy of a resource allows everyone, unless a condition keeps them within the organization, an account or a network.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: 'Principal "*" is every AWS account in the world, and for some services everyone without an account too.',
  fix: {
    text: "Name the roles, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount or aws:SourceVpce with StringEquals.",
    code: `Principal: { AWS: [training.arn] },
// or: Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId } }`,
  },
  frameworks: {
    cis: ["2.21"],
    nist: ["SC-7", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(20)"],
    fsbp: ["S3.2", "S3.3", "KMS.5", "SNS.4", "SQS.3", "Lambda.1"],
    checkov: [
      "CKV_AWS_32",
      "CKV_AWS_33",
      "CKV_AWS_70",
      "CKV_AWS_168",
      "CKV_AWS_169",
      "CKV_AWS_283",
      "CKV_AWS_301",
    ],
  },
  exemptibleInProd: false,
  kind: "resource",
  types: [...RESOURCE_POLICY_TYPES, ...PERMISSION_TYPES],
  check: (subject, context) => {
    if (PERMISSION_TYPES.includes(subject.type)) return judgePublicPermission(subject, context.settings);
    const owned = resourceDocument(subject);
    if (owned.document.state === "unset") return "not-applicable";
    return [
      ...judgeReadable(owned),
      ...judgeAllowing(owned, (statement) => {
        const keys = perimeterKeys(context.settings);
        const limits = [limitedBy(statement, keys), refusedOtherwise(statement, statementsOf(owned), keys)];
        return judgeStatement(subject, statement, limits);
      }),
    ];
  },
};

function statementsOf({ document }: OwnedDocument): readonly Statement[] {
  return document.state === "read" ? document.statements : [];
}

function judgeStatement(
  subject: Subject,
  statement: Statement,
  limits: readonly Limit[],
): readonly Finding[] {
  const anyone = everyone(statement);
  if (anyone === undefined) return statement.principals.unknown.map((path) => deferred(subject, path));
  if (limits.includes("limits")) return [];
  if (limits.includes("unknown")) return [deferred(subject, `${statement.path}.Condition`)];
  return [
    violation(
      subject,
      anyone.path,
      `${anyone.words} with no condition that limits it`,
      "named principals, or a condition on the organization, an account or a VPC endpoint",
      { finding: "Principal::*" },
    ),
  ];
}

/** Where a statement is for everyone: by a star, or as for all but those that it leaves out. */
function everyone({
  principals,
  notPrincipals,
  path,
}: Statement): { path: string; words: string } | undefined {
  if (notPrincipals.present) return { path: `${path}.NotPrincipal`, words: "everyone but a few" };
  const written = principals.values.find(isAnyone);
  return written === undefined ? undefined : { path: written.path, words: `"${written.value}"` };
}
