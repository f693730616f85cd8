import type { Context, Finding, ResourceControl, Subject } from "../../core";
import { deferred, violation } from "../../core";
import { ROLE } from "../../core/resource-types";
import { limitedBy } from "../../iam/condition";
import { judgeAllowing } from "../../iam/judge-document";
import { principalOf } from "../../iam/principal";
import { isLimited } from "../../iam/public-permission";
import { RESOURCE_POLICY_TYPES, resourceDocument, trustDocument } from "../../iam/resource-documents";
import { setsNoSource, sourceKeys } from "../../iam/source-keys";
import type { Statement } from "../../iam/statement";

const LAMBDA = "aws:lambda/permission:Permission";

export const iamConfusedDeputyGuard: ResourceControl = {
  name: "iam-confused-deputy-guard",
  description:
    "Where a service is allowed, a condition says for which account, resource or organization it may act.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A service acts for everyone: without the condition a stranger can have it act on what is yours.",
  fix: {
    text: "Add aws:SourceAccount, and aws:SourceArn where the resource's ARN is known, to the statement.",
    code: `Principal: { Service: "sagemaker.amazonaws.com" },
Condition: { StringEquals: { "aws:SourceAccount": accountId } },`,
  },
  frameworks: { nist: ["AC-3", "AC-6"], checkov: ["CKV_AWS_364"] },
  kind: "resource",
  types: [ROLE, LAMBDA, ...RESOURCE_POLICY_TYPES],
  check: (subject, context) => {
    if (subject.type === LAMBDA) return judgeLambda(subject, context);
    const owned = subject.type === ROLE ? trustDocument(subject) : resourceDocument(subject);
    if (owned.document.state === "unset") return "not-applicable";
    return judgeAllowing(owned, (statement) => judgeStatement(subject, statement, context));
  },
};

function judgeStatement(subject: Subject, statement: Statement, context: Context): readonly Finding[] {
  const isTrust = subject.type === ROLE;
  const services = statement.principals.values.filter((written) => {
    const principal = principalOf(written);
    return principal.kind === "service" && !(isTrust && setsNoSource(principal.service));
  });
  const [first] = services;
  if (first === undefined) return statement.principals.unknown.map((path) => deferred(subject, path));
  switch (limitedBy(statement, sourceKeys(context.settings))) {
    case "limits":
      return [];
    case "unknown":
      return [deferred(subject, `${statement.path}.Condition`)];
    case "open":
      return [
        violation(
          subject,
          first.path,
          `${services.map(({ value }) => value).join(", ")} for anyone`,
          "a condition on aws:SourceAccount, aws:SourceArn or aws:SourceOrgID",
          { finding: `Service::${first.value}` },
        ),
      ];
  }
}

function judgeLambda(permission: Subject, { settings }: Context): readonly Finding[] {
  const principal = permission.properties.get("principal");
  if (principal.state === "unknown") return [deferred(permission, "principal")];
  if (principal.state === "unset" || !/\.amazonaws\.com(\.cn)?$/.test(String(principal.value))) return [];
  if (isLimited(permission, settings)) return [];
  const source = permission.properties.get("sourceArn");
  return [violation(permission, "sourceArn", source, "the ARN or account that the service may act for")];
}
