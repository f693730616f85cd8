import { judgeEach } from "../judge-each";
import type { Finding, GraphControl } from "../../core";
import { violation } from "../../core";
import { identityDocuments, type OwnedDocument } from "../../iam/identity-documents";
import { judgeAllowing } from "../../iam/judge-document";
import { RESOURCE_POLICY_TYPES, resourceDocument, trustDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";

export const iamNoNegatedAllow: GraphControl = {
  name: "iam-no-negated-allow",
  description: "No statement that allows is written with NotAction, NotResource or NotPrincipal.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Such a statement grants everything but what it names: all that AWS adds later is granted with it.",
  fix: {
    text: "Say what is allowed; to keep something out, write a Deny.",
    code: `{ Effect: "Allow", Action: ["s3:GetObject"], Resource: [...] } // instead of NotAction: ["iam:*"]`,
  },
  frameworks: { nist: ["AC-3", "AC-6"] },
  kind: "graph",
  check: (graph) =>
    judgeEach(
      [
        ...identityDocuments(graph),
        ...graph.byType(...RESOURCE_POLICY_TYPES).map(resourceDocument),
        ...graph.byType("aws:iam/role:Role").map(trustDocument),
      ],
      (owned) => judgeAllowing(owned, (statement) => judgeNegated(owned, statement)),
    ),
};

/** Findings for a statement that says what it does not allow. */
export function judgeNegated({ subject }: OwnedDocument, statement: Statement): readonly Finding[] {
  const negated = [
    { name: "NotAction", instead: "Action", field: statement.notActions },
    { name: "NotResource", instead: "Resource", field: statement.notResources },
    { name: "NotPrincipal", instead: "Principal", field: statement.notPrincipals },
  ];
  return negated
    .filter(({ field }) => field.present)
    .map(({ name, instead }) =>
      violation(subject, `${statement.path}.${name}`, `Allow with ${name}`, `${instead}, or a Deny`, {
        finding: name,
      }),
    );
}
