import { type Finding, type GraphControl, violation } from "../../core";
import { namesEverything } from "../../iam/arn";
import { boundaryDocuments, type OwnedDocument } from "../../iam/identity-documents";
import { judgeAllowing } from "../../iam/judge-document";
import type { Condition, Statement } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { judgeEach } from "../judge-each";
import { judgePrincipals } from "./boundary-principals";
import { judgeNegated } from "./iam-no-negated-allow";
import { judgeWildcards } from "./iam-no-wildcard-action";
import { judgePassing } from "./iam-passrole-scoped";

/** Keys that say whose resources, or those of which region, a statement for every resource is about. */
const LIMITING = new Set([
  "aws:requestedregion",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
]);
const DEMANDING = /^(string(equals|equalsignorecase|like)|forallvalues:stringlike)(ifexists)?$/i;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const iamBoundaryLimits: GraphControl = {
  kind: "graph",
  name: "iam-boundary-limits",
  description:
    "A permissions boundary is a limit: actions by name, roles passed on to named services, nothing of other organizations, and copying or opening stores for named roles alone.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A boundary grants nothing, and is all that holds when a policy grants too much; one that allows everything holds nothing.",
  fix: {
    text: "Name the actions that roles of this kind need, and say by a condition whose resources they are about.",
    code: `{
  Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject", ...], Resource: "*",
  Condition: { StringEqualsIfExists: { "aws:ResourceOrgID": organizationId } },
}`,
  },
  frameworks: { nist: ["AC-3", "AC-6"] },
  check: (graph) =>
    judgeEach(boundaryDocuments(graph), (owned) =>
      judgeAllowing(owned, (statement) => [
        ...judgeNegated(owned, statement),
        ...judgePassing(owned, statement),
        // A boundary may be written the other way round: everything, but for what it denies.
        ...(denies(owned) ? [] : judgeLimits(owned, statement)),
      ]),
    ),
};

const denies = ({ document }: OwnedDocument): boolean =>
  document.state === "read" && document.statements.some(({ effect }) => effect === "Deny");

function judgeLimits(owned: OwnedDocument, statement: Statement): readonly Finding[] {
  const wildcards = judgeWildcards(owned, statement);
  const isByName = wildcards.length === 0 && !statement.notActions.present;
  return [
    ...wildcards,
    ...judgeReach(owned, statement),
    // Where actions stand for all that there are, naming roles is not what is wrong first.
    ...(isByName ? judgePrincipals(owned.subject, statement) : []),
  ];
}

function judgeReach({ subject }: OwnedDocument, statement: Statement): readonly Finding[] {
  if (!statement.resources.values.some(({ value }) => namesEverything(value))) return [];
  if (statement.unknownConditions.length > 0 || statement.conditions.some(limits)) return [];
  const required = "a condition on aws:ResourceOrgID, aws:ResourceAccount or aws:RequestedRegion";
  return [
    violation(subject, `${statement.path}.Condition`, "every resource of everyone", required, {
      finding: "Condition",
    }),
  ];
}

/** A value that is not known yet is that of the organization, account or region, which has no wildcard. */
function limits({ operator, key, values }: Condition): boolean {
  return (
    LIMITING.has(key.toLowerCase()) &&
    DEMANDING.test(operator) &&
    values.values.every(({ value }) => !/^[*?]*$/.test(value) && !hasWildcard(value.split("/")[0] ?? value))
  );
}
