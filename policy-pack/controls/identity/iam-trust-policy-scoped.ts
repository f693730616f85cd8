import type { Context, Finding, ResourceControl, Subject } from "../../core";
import { deferred, violation } from "../../core";
import { accountOf } from "../../iam/account";
import { type LimitingKeys, limitedBy } from "../../iam/condition";
import { judgeAllowing, judgeReadable } from "../../iam/judge-document";
import { perimeterKeys } from "../../iam/perimeter";
import { type Principal, principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";
import type { Statement, WrittenPrincipal } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";

export const iamTrustPolicyScoped: ResourceControl = {
  name: "iam-trust-policy-scoped",
  description:
    "A role is trusted to named services and roles; another account's only with an external id or within the organization.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever may assume a role has all its permissions, and a foreign account decides by itself who that is.",
  fix: {
    text: "Name the roles that may assume it; for another account add sts:ExternalId or aws:PrincipalOrgID with StringEquals.",
    code: `Principal: { AWS: [pipelineRoleArn] },
Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId } },`,
  },
  frameworks: { nist: ["AC-3", "AC-6"], checkov: ["CKV_AWS_60", "CKV_AWS_61"] },
  exemptibleInProd: false,
  kind: "resource",
  types: ["aws:iam/role:Role"],
  check: (role, context) => {
    const owned = trustDocument(role);
    return [
      ...judgeReadable(owned),
      ...judgeAllowing(owned, (statement) => judgeStatement(role, statement, context)),
    ];
  },
};

function judgeStatement(role: Subject, statement: Statement, context: Context): readonly Finding[] {
  const home = accountOf(role);
  return [
    ...statement.principals.values.flatMap((written) => {
      const principal = principalOf(written);
      const keys = keysNeeded(principal, home, context);
      return keys === undefined ? [] : judgePrincipal(role, statement, written, keys);
    }),
    ...(statement.notPrincipals.present ? judgeEveryoneElse(role, statement) : []),
    ...statement.principals.unknown.map((path) => deferred(role, path)),
  ];
}

/** IAM refuses such a trust policy; what it says is that everyone may assume the role but a few. */
function judgeEveryoneElse(role: Subject, statement: Statement): readonly Finding[] {
  return [
    violation(role, `${statement.path}.NotPrincipal`, "everyone but a few", "named services or roles", {
      finding: "NotPrincipal",
    }),
  ];
}

/** What a condition must be on for a principal to be trusted; undefined when it may be trusted as it is. */
function keysNeeded(
  principal: Principal,
  home: string | undefined,
  context: Context,
): LimitingKeys | undefined {
  const perimeter = perimeterKeys(context.settings);
  if (principal.kind === "anyone") return (key) => (key === "aws:principalarn" ? perimeter(key) : undefined);
  if (principal.kind !== "account" && principal.kind !== "named") return undefined;
  if (principal.account === home) return undefined;
  return (key) => {
    if (key === "sts:externalid") return (value) => value !== "" && !hasWildcard(value);
    return key.startsWith("aws:principalorg") ? perimeter(key) : undefined;
  };
}

function judgePrincipal(
  role: Subject,
  statement: Statement,
  written: WrittenPrincipal,
  keys: LimitingKeys,
): readonly Finding[] {
  const anyone = principalOf(written).kind === "anyone";
  switch (limitedBy(statement, keys)) {
    case "limits":
      return [];
    case "unknown":
      return [deferred(role, `${statement.path}.Condition`)];
    case "open": {
      const found = anyone ? `"${written.value}", everyone` : `"${written.value}" of another account`;
      const required = anyone
        ? "named services or roles"
        : "a condition on sts:ExternalId or aws:PrincipalOrgID with StringEquals";
      return [violation(role, written.path, found, required, { finding: `Principal::${written.value}` })];
    }
  }
}
