import { judgeEach } from "../judge-each";
import type { Finding, GraphControl } from "../../core";
import { deferred, violation } from "../../core";
import { limitedBy } from "../../iam/condition";
import { identityDocuments, type OwnedDocument } from "../../iam/identity-documents";
import { deferredIn, judgeAllowing } from "../../iam/judge-document";
import { parseArn } from "../../iam/arn";
import type { Statement } from "../../iam/statement";
import { coversAction, hasWildcard } from "../../iam/wildcard";

export const iamPassroleScoped: GraphControl = {
  name: "iam-passrole-scoped",
  description: "iam:PassRole names the roles that may be passed, and the service that they may be passed to.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Passing a stronger role to a job or an instance of one's own is the shortest way to its permissions.",
  fix: {
    text: "Name the role's ARN and set iam:PassedToService with StringEquals.",
    code: `{
  Sid: "PassTrainingRole", Effect: "Allow", Action: ["iam:PassRole"], Resource: [training.arn],
  Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
}`,
  },
  frameworks: { nist: ["AC-6(1)", "AC-6(5)"], checkov: ["CKV_AWS_109", "CKV_AWS_289"] },
  kind: "graph",
  check: (graph) =>
    judgeEach(identityDocuments(graph), (owned) =>
      judgeAllowing(owned, (statement) => judgePassing(owned, statement)),
    ),
};

/** Findings for a statement that lets roles be passed on: which, and to whom. */
export function judgePassing(owned: OwnedDocument, statement: Statement): readonly Finding[] {
  // What a wildcard action grants besides is another control's; here it grants to pass roles.
  const passes = statement.actions.values.find(({ value }) => coversAction(value, "iam:PassRole"));
  if (passes === undefined) return deferredIn(owned, statement.actions);
  return [
    ...judgeRoles(owned, statement),
    ...judgeService(owned, statement),
    ...deferredIn(owned, statement.resources),
  ];
}

function judgeRoles({ subject }: OwnedDocument, statement: Statement): readonly Finding[] {
  return statement.resources.values
    .filter(({ value }) => !namesRoles(value))
    .map(({ value, path }) =>
      violation(subject, path, `"${value}"`, "the ARNs of the roles, or a prefix of their names", {
        finding: `Resource::${value}`,
      }),
    );
}

/** A role by its ARN, or several by the beginning of their names: `role/acme-dev-fraud-*`. */
function namesRoles(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn === undefined || hasWildcard(arn.account)) return false;
  return /^role\/[\w+=,.@-][\w+=,.@/-]*\*?$/.test(arn.resource);
}

function judgeService({ subject }: OwnedDocument, statement: Statement): readonly Finding[] {
  const limited = limitedBy(statement, (key) =>
    key === "iam:passedtoservice" ? (value) => value !== "" && !hasWildcard(value) : undefined,
  );
  if (limited === "limits") return [];
  const property = `${statement.path}.Condition`;
  if (limited === "unknown") return [deferred(subject, property)];
  return [
    violation(subject, property, "iam:PassRole to any service", 'StringEquals on "iam:PassedToService"', {
      finding: "iam:PassedToService",
    }),
  ];
}
