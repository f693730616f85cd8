import { deferred, type Finding, type ResourceControl, type Subject, violation } from "../../core";
import { accountOf } from "../../iam/account";
import { parseArn } from "../../iam/arn";
import { type LimitingKeys, limitedBy } from "../../iam/condition";
import { judgeAllowing } from "../../iam/judge-document";
import { principalOf } from "../../iam/principal";
import { resourceDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";

/** Stores of data, and what holds their policies. Keys have a control of their own. */
const TYPES = [
  "aws:dynamodb/resourcePolicy:ResourcePolicy",
  "aws:s3/accessPoint:AccessPoint",
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3control/accessPointPolicy:AccessPointPolicy",
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy",
  "aws:s3tables/tablePolicy:TablePolicy",
  "aws:secretsmanager/secret:Secret",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
];

export const crossAccountRolesNamed: ResourceControl = {
  kind: "resource",
  name: "cross-account-roles-named",
  description:
    "A policy that opens a bucket, table or secret to another account says which of its roles, teams or networks.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Trusting an account as a whole leaves it to whoever administers that account, now or later, who reads the data here.",
  fix: {
    text: "Name the roles as principals, or keep the account and name them by aws:PrincipalArn, which holds also while a role does not exist yet.",
    code: `Principal: { AWS: otherAccountRoot },
Condition: { ArnEquals: { "aws:PrincipalArn": [deploymentRoleArn] } },`,
  },
  frameworks: { nist: ["AC-3", "AC-4", "AC-6"], fsbp: ["S3.6"] },
  types: TYPES,
  check: (subject) => {
    const owned = resourceDocument(subject);
    if (owned.document.state === "unset") return "not-applicable";
    return judgeAllowing(owned, (statement) => judgeStatement(subject, statement));
  },
};

/** Everyone of an organization is judged where everyone is: by `resource-policy-no-public-principal`. */
function judgeStatement(subject: Subject, statement: Statement): readonly Finding[] {
  const own = accountOf(subject);
  const whole = statement.principals.values.find((written) => {
    const principal = principalOf(written);
    return principal.kind === "account" && own !== undefined && principal.account !== own;
  });
  if (whole === undefined) return [];
  switch (limitedBy(statement, naming)) {
    case "limits":
      return [];
    case "unknown":
      return [deferred(subject, `${statement.path}.Condition`)];
    case "open":
      return [
        violation(
          subject,
          whole.path,
          `"${whole.value}", all that the account lets in`,
          "its roles, as principals or by aws:PrincipalArn",
          { finding: `Principal::${whole.value}` },
        ),
      ];
  }
}

/** Conditions that are about some of an account alone: roles by name, callers by tag, a unit, a network, an access point. */
const naming: LimitingKeys = (key) => {
  if (key === "aws:principalarn") return (value) => /^role\/[^*?]/.test(parseArn(value)?.resource ?? "");
  if (key.startsWith("aws:principaltag/")) return (value) => value !== "" && !hasWildcard(value);
  if (key === "aws:principalorgpaths") return (value) => /^o-[^/*?]+\/[^*?]/.test(value);
  if (key === "aws:userid") return (value) => /^[^*?]/.test(value);
  return ["aws:sourcevpc", "aws:sourcevpce", "s3:dataaccesspointaccount", "s3:dataaccesspointarn"].includes(
    key,
  )
    ? (value) => value !== "" && !/^[*?]/.test(value)
    : undefined;
};
