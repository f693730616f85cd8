import type { Context, Finding, ResourceControl, Subject } from "../../core";
import { deferred, violation } from "../../core";
import { accountOf } from "../../iam/account";
import { actionsCoveredBy } from "../../iam/actions";
import { limitedBy } from "../../iam/condition";
import { deferredIn, judgeAllowing, judgeReadable } from "../../iam/judge-document";
import { perimeterKeys } from "../../iam/perimeter";
import { principalOf } from "../../iam/principal";
import { resourceDocument } from "../../iam/resource-documents";
import type { Statement, WrittenPrincipal } from "../../iam/statement";

/** What a deployment in another account needs besides reading: https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html */
const DEPLOYING = "sagemaker:CreateModel";

export const smModelPackagePolicyScoped: ResourceControl = {
  kind: "resource",
  name: "sm-model-package-policy-scoped",
  description:
    "Model packages are shared with named accounts of the organization only, to read and to deploy.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever may update a package approves it; whoever is outside the organization takes the model away.",
  fix: {
    text: "Name the roles or accounts, and allow reading and sagemaker:CreateModel only.",
    code: `{
  Sid: "Deploy", Effect: "Allow", Principal: { AWS: [deploymentRoleArn] },
  Action: ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:CreateModel"],
  Resource: [packageGroup.arn],
}`,
  },
  frameworks: { nist: ["AC-3", "AC-21"], gdpr: ["32"] },
  types: ["aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy"],
  check: (subject, context) => {
    const owned = resourceDocument(subject);
    return [
      ...judgeReadable(owned),
      ...judgeAllowing(owned, (statement) => [
        ...judgeActions(subject, statement),
        ...judgePrincipals(subject, statement, context),
        ...deferredIn(owned, statement.actions, statement.principals),
      ]),
    ];
  },
};

function judgeActions(subject: Subject, statement: Statement): readonly Finding[] {
  const required = "actions that read, and sagemaker:CreateModel";
  if (statement.notActions.present) {
    return [violation(subject, `${statement.path}.NotAction`, "everything but a few actions", required)];
  }
  return statement.actions.values
    .filter(({ value }) => !onlyReads(value))
    .map(({ value, path }) =>
      violation(subject, path, `"${value}"`, required, { finding: `Action::${value}` }),
    );
}

function onlyReads(pattern: string): boolean {
  const covered = actionsCoveredBy(pattern);
  return covered.length > 0 && covered.every((action) => action.reads || action.name === DEPLOYING);
}

function judgePrincipals(subject: Subject, statement: Statement, context: Context): readonly Finding[] {
  if (statement.notPrincipals.present) {
    return [violation(subject, `${statement.path}.NotPrincipal`, "everyone but a few", "named accounts")];
  }
  return statement.principals.values.flatMap((written) =>
    judgePrincipal(subject, statement, written, context),
  );
}

function judgePrincipal(
  subject: Subject,
  statement: Statement,
  written: WrittenPrincipal,
  context: Context,
): readonly Finding[] {
  const principal = principalOf(written);
  if (principal.kind === "service") return [];
  if (
    (principal.kind === "account" || principal.kind === "named") &&
    isOwn(principal.account, subject, context)
  )
    return [];
  const perimeter = perimeterKeys(context.settings);
  switch (limitedBy(statement, (key) => (key.startsWith("aws:principalorg") ? perimeter(key) : undefined))) {
    case "limits":
      return [];
    case "unknown":
      return [deferred(subject, `${statement.path}.Condition`)];
    case "open":
      return [foreign(subject, written)];
  }
}

function foreign(subject: Subject, written: WrittenPrincipal): Finding {
  return violation(subject, written.path, `"${written.value}"`, "roles or accounts of the organization", {
    finding: `Principal::${written.value}`,
  });
}

/** Whether an account is of the organization; where the settings name none, whether it is the resource's own. */
function isOwn(account: string, subject: Subject, { settings }: Context): boolean {
  return account === accountOf(subject) || Object.values(settings.accounts).flat().includes(account);
}
