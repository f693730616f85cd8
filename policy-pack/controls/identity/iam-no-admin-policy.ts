import type { Finding, GraphControl } from "../../core";
import { deferred, violation } from "../../core";
import { type AttachedPolicy, attachedPolicies, unknownAttachments } from "../../iam/attachments";
import type { OwnedDocument } from "../../iam/identity-documents";
import { identityDocuments } from "../../iam/identity-documents";
import { deferredIn, judgeAllowing, judgeReadable } from "../../iam/judge-document";
import { namesEverything } from "../../iam/arn";
import { covers } from "../../iam/covers";
import type { Statement } from "../../iam/statement";

/** AWS managed policies that make their holder an administrator, or let it make itself one. */
const ADMINISTRATORS = /^arn:[^:]+:iam::aws:policy\/(AdministratorAccess(-.+)?|IAMFullAccess)$/;

export const iamNoAdminPolicy: GraphControl = {
  name: "iam-no-admin-policy",
  description:
    "No policy allows every action on every resource, of all services or of IAM, and nobody is given AdministratorAccess or IAMFullAccess.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever takes over such a role owns the account: every other control can be switched off with it.",
  fix: {
    text: "Name the actions that are needed, and the resources that they are needed on.",
    code: `new iam.RolePolicy("training-reads-data", {
  role: training.name,
  policy: {
    Version: "2012-10-17",
    Statement: [{ Sid: "ReadData", Effect: "Allow", Action: ["s3:GetObject"], Resource: [interpolate\`\${data.arn}/*\`] }],
  },
});`,
  },
  frameworks: {
    cis: ["2.14"],
    nist: ["AC-3", "AC-3(7)", "AC-6", "AC-6(2)", "AC-6(3)"],
    fsbp: ["IAM.1"],
    checkov: ["CKV_AWS_1", "CKV_AWS_62", "CKV_AWS_274", "CKV_AWS_275"],
  },
  exemptibleInProd: false,
  kind: "graph",
  check: (graph) => {
    const documents = identityDocuments(graph);
    const attached = attachedPolicies(graph);
    const unknown = unknownAttachments(graph);
    if (documents.length + attached.length + unknown.length === 0) return "not-applicable";
    return [
      ...documents.flatMap(judgeDocument),
      ...attached.flatMap(judgeAttached),
      ...unknown.map(({ node, property }) => deferred(node, property)),
    ];
  },
};

function judgeDocument(owned: OwnedDocument): readonly Finding[] {
  return [...judgeReadable(owned), ...judgeAllowing(owned, (statement) => judgeStatement(owned, statement))];
}

function judgeStatement(owned: OwnedDocument, statement: Statement): readonly Finding[] {
  const actions = everyAction(statement);
  // What leaves some resources out is as good as everything.
  const everywhere =
    statement.notResources.present || statement.resources.values.some(({ value }) => namesEverything(value));
  if (actions === undefined) return deferredIn(owned, statement.actions);
  if (!everywhere) return deferredIn(owned, statement.resources);
  const required = "the actions and resources needed";
  return [violation(owned.subject, actions.path, actions.found, required, { finding: "Action::*" })];
}

/**
 * Where a statement allows every action, or as good as that: every action of IAM, as IAMFullAccess does, with which its
 * holder gives itself the rest; or all but a few that do not keep it from this.
 */
function everyAction(statement: Statement): { readonly path: string; readonly found: string } | undefined {
  const { actions, notActions, path } = statement;
  const all = actions.values.find(({ value }) => /^[*?]+(:[*?]+)?$/.test(value));
  if (all !== undefined) return { path: all.path, found: "every action on every resource" };
  const ofIam = actions.values.find(({ value }) => /^iam:[*?]+$/i.test(value));
  if (ofIam !== undefined) return { path: ofIam.path, found: "every action of IAM on every resource" };
  const leavesLittleOut =
    notActions.unknown.length === 0 && SELF_HELP.every((each) => covers(statement, each));
  return notActions.present && leavesLittleOut
    ? { path: `${path}.NotAction`, found: "every action but a few on every resource" }
    : undefined;
}

/** Any of which makes its holder an administrator. */
const SELF_HELP = ["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:CreatePolicyVersion"];

function judgeAttached({ node, property, arn }: AttachedPolicy): readonly Finding[] {
  if (!ADMINISTRATORS.test(arn)) return [];
  return [
    violation(node, property, arn, "a policy that grants what is needed", { finding: `Policy::${arn}` }),
  ];
}
