import { judgeEach } from "../judge-each";
import type { Finding, Graph, GraphControl } from "../../core";
import { deferred, violation } from "../../core";
import { documentOf } from "../../iam/document";
import { identityDocuments, type OwnedDocument } from "../../iam/identity-documents";
import { judgeAllowing } from "../../iam/judge-document";
import type { Statement } from "../../iam/statement";
import { allowsOnlyGuarded, deniesUnguarded } from "../../sagemaker/guarding-conditions";
import { GUARDED_ACTIONS } from "../../sagemaker/job-guardrails";
import { someCovers } from "../../iam/covers";

export const smRoleJobGuardrails: GraphControl = {
  kind: "graph",
  name: "sm-role-job-guardrails",
  description:
    "Whoever may make SageMaker jobs, notebooks or links to them outside the program may do so only in the VPC, isolated, encrypted, and on named instance types.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Every other control judges what the program declares. A role that may create jobs by itself makes them without any of it, unless its policy, or the organization's, demands it.",
  fix: {
    text: "Add the conditions to the statement, or deny what lacks them in the same policy or in a service control policy of the stack.",
    code: `{
  Sid: "Train", Effect: "Allow", Action: ["sagemaker:CreateTrainingJob"], Resource: [trainingJobArns],
  Condition: {
    Bool: { "sagemaker:NetworkIsolation": "true", "sagemaker:InterContainerTrafficEncryption": "true" },
    Null: { "sagemaker:VpcSubnets": "false" },
    ArnEquals: { "sagemaker:VolumeKmsKeyArn": key.arn, "sagemaker:OutputKmsKeyArn": key.arn },
    "ForAllValues:StringLike": { "sagemaker:InstanceTypes": ["ml.m5.*"] },
  },
}`,
  },
  frameworks: { nist: ["AC-3", "AC-6", "CM-7"], gdpr: ["32"] },
  check: (graph) => {
    const forAll = organizationDenials(graph);
    return judgeEach(identityDocuments(graph), (owned) =>
      judgeAllowing(owned, (statement) => judgeStatement(owned, statement, [...denials(owned), ...forAll])),
    );
  },
};

/** An action of SageMaker's, or a pattern whose service is one. */
const MAY_BE_SAGEMAKER = /^(sagemaker:|[^:]*[*?])/i;

/** One violation a statement, which says what each of its actions lacks. */
function judgeStatement(
  { subject }: OwnedDocument,
  statement: Statement,
  denied: readonly Statement[],
): readonly Finding[] {
  // Most statements are about other services, and need no closer look.
  if (!statement.actions.values.some(({ value }) => MAY_BE_SAGEMAKER.test(value))) return [];
  const lacking = Object.entries(GUARDED_ACTIONS).flatMap(([action, guards]) => {
    if (!covers(statement, action)) return [];
    const missing = guards.filter(
      (guard) =>
        !allowsOnlyGuarded(statement, guard) &&
        !denied.some((denial) => coversAll(denial, action) && deniesUnguarded(denial, guard)),
    );
    return missing.length === 0 ? [] : [{ action, missing: missing.map(({ label }) => label) }];
  });
  if (lacking.length === 0) return [];
  const property = `${statement.path}.Condition`;
  const isUnknown =
    statement.unknownConditions.length > 0 ||
    statement.conditions.some(({ values }) => values.unknown.length > 0);
  if (isUnknown) return [deferred(subject, property)];
  const [first, ...others] = lacking;
  const rest = others.length === 0 ? "" : `, and ${others.length} more actions`;
  return [
    violation(
      subject,
      property,
      `${first?.action ?? ""} without ${first?.missing.join(", ") ?? ""}${rest}`,
      "a condition on each of these keys",
      { finding: `Action::${first?.action ?? ""}` },
    ),
  ];
}

function covers({ actions }: Statement, action: string): boolean {
  return someCovers(actions, action);
}

/** Whether a denial is about an action on whatever resource, by whomever. */
function coversAll(denial: Statement, action: string): boolean {
  const everywhere = denial.resources.values.some(({ value }) => value === "*");
  return covers(denial, action) && everywhere && !denial.principals.present;
}

function denials({ document }: Pick<OwnedDocument, "document">): readonly Statement[] {
  return document.state === "read" ? document.statements.filter(({ effect }) => effect === "Deny") : [];
}

/** What the service control policies of the stack deny. */
function organizationDenials(graph: Graph): readonly Statement[] {
  return graph
    .byType("aws:organizations/policy:Policy")
    .filter((policy) => {
      const type = policy.properties.get("type");
      return type.state === "unset" || (type.state === "known" && type.value === "SERVICE_CONTROL_POLICY");
    })
    .flatMap((policy) => denials({ document: documentOf(policy.properties.get("content"), "content") }));
}
