import type { Finding, ResourceControl, Subject } from "../../core";
import { deferred, violation } from "../../core";
import { limitedBy } from "../../iam/condition";
import { judgeAllowing } from "../../iam/judge-document";
import { principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { someCovers } from "../../iam/covers";

const PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

export const iamOidcTrustScoped: ResourceControl = {
  name: "iam-oidc-trust-scoped",
  description:
    "A role for web identities pins the audience and the subject of the token, one for SAML the audience, without wildcards.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "The issuer of the tokens serves everyone: without the subject any repository of any company may assume the role.",
  fix: {
    text: "Compare aud and sub with StringEquals, the subject down to the repository's environment or branch.",
    code: `Condition: {
  StringEquals: {
    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
    "token.actions.githubusercontent.com:sub": "repo:acme/mlplatform:environment:prod",
  },
},`,
  },
  frameworks: { nist: ["AC-3", "IA-8"], checkov: ["CKV_AWS_358", "CKV_AWS_393"] },
  kind: "resource",
  types: ["aws:iam/role:Role", PROVIDER],
  check: (subject) =>
    subject.type === PROVIDER
      ? judgeProvider(subject)
      : judgeAllowing(trustDocument(subject), (statement) => judgeStatement(subject, statement)),
};

function judgeStatement(role: Subject, statement: Statement): readonly Finding[] {
  const allows = (action: string) => someCovers(statement.actions, action);
  const byWeb = allows("sts:AssumeRoleWithWebIdentity") && !isOnlySaml(statement);
  const bySaml = allows("sts:AssumeRoleWithSAML") && !isOnlyWeb(statement);
  const federated = statement.principals.values.find((written) => principalOf(written).kind === "federated");
  if (!byWeb && !bySaml) return statement.actions.unknown.map((path) => deferred(role, path));
  if (federated === undefined) return statement.principals.unknown.map((path) => deferred(role, path));
  return (byWeb ? ["aud", "sub"] : ["aud"]).flatMap((claim) => judgeClaim(role, statement, claim));
}

const SAML_PROVIDER = /:saml-provider\//;

/** The provider's kind decides which of the two calls can succeed, where the actions allow both. */
function isOnlySaml({ principals }: Statement): boolean {
  return principals.values.length > 0 && principals.values.every(({ value }) => SAML_PROVIDER.test(value));
}

function isOnlyWeb({ principals }: Statement): boolean {
  return principals.values.length > 0 && principals.values.every(({ value }) => !SAML_PROVIDER.test(value));
}

function judgeClaim(role: Subject, statement: Statement, claim: string): readonly Finding[] {
  const pinned = limitedBy(statement, (key) =>
    key.endsWith(`:${claim}`) ? (value) => value !== "" && !hasWildcard(value) : undefined,
  );
  if (pinned === "limits") return [];
  if (pinned === "unknown") return [deferred(role, `${statement.path}.Condition`)];
  const written = statement.conditions.find(({ key }) => key.toLowerCase().endsWith(`:${claim}`));
  const found = written === undefined ? `no condition on ${claim}` : words(written);
  return [
    violation(
      role,
      written?.path ?? `${statement.path}.Condition`,
      found,
      `StringEquals on ${claim}, without wildcards`,
      {
        finding: `Claim::${claim}`,
      },
    ),
  ];
}

function words({ operator, values }: Statement["conditions"][number]): string {
  return `${operator} ${values.values.map(({ value }) => `"${value}"`).join(", ")}`;
}

function judgeProvider(provider: Subject): readonly Finding[] {
  const clients = provider.properties.list("clientIdLists");
  if (clients.state === "unknown") return [deferred(provider, "clientIdLists")];
  if (clients.state === "unset" || clients.value.length === 0) {
    return [
      violation(provider, "clientIdLists", "no audience", "the audiences that the tokens are made for"),
    ];
  }
  return clients.value.flatMap(({ path, value }) =>
    value.state === "known" && hasWildcard(String(value.value))
      ? [violation(provider, path, value, "an audience without wildcards")]
      : [],
  );
}
