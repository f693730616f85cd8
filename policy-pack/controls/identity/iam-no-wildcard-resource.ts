import { judgeEach } from "../judge-each";
import type { Finding, GraphControl } from "../../core";
import { deferred, violation } from "../../core";
import { actionsCoveredBy } from "../../iam/actions";
import { namesAllOfKind, namesEverything } from "../../iam/arn";
import { deniedToFunctionCode } from "../../iam/lambda-network";
import { limitedBy } from "../../iam/condition";
import { identityDocuments, type OwnedDocument } from "../../iam/identity-documents";
import { deferredIn, judgeAllowing } from "../../iam/judge-document";
import { resourceKeys } from "../../iam/resource-keys";
import type { Statement } from "../../iam/statement";

export const iamNoWildcardResource: GraphControl = {
  name: "iam-no-wildcard-resource",
  description:
    'Policies name their resources; "*", or all of a kind, stands only where AWS has no resource-level permission, or a condition limits it.',
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "An action on every resource, or on every secret, key or subnet of an account, reaches the other teams' data too, and whatever is made later.",
  fix: {
    text: "Name the ARNs, split off the actions that AWS cannot scope, or limit by a tag or a key of the service.",
    code: `Resource: [data.arn, interpolate\`\${data.arn}/*\`], // instead of "*"`,
  },
  frameworks: {
    nist: ["AC-6", "AC-6(1)"],
    checkov: ["CKV_AWS_111", "CKV_AWS_290", "CKV_AWS_355", "CKV_AWS_356"],
  },
  kind: "graph",
  check: (graph) =>
    judgeEach(identityDocuments(graph), (owned) =>
      judgeAllowing(owned, (statement) => judgeStatement(owned, statement)),
    ),
};

function judgeStatement(owned: OwnedDocument, statement: Statement): readonly Finding[] {
  const wide = statement.resources.values.find(
    ({ value }) => namesEverything(value) || namesAllOfKind(value),
  );
  if (wide === undefined) return deferredIn(owned, statement.resources);
  const exempt = deniedToFunctionCode(owned.document);
  const scopable = statement.actions.values
    .map(({ value }) => value)
    .filter((action) => canBeScoped(action) && !exempt.includes(action));
  if (scopable.length === 0) return deferredIn(owned, statement.actions);
  switch (limitedBy(statement, resourceKeys(scopable))) {
    case "limits":
      return [];
    case "unknown":
      return [deferred(owned.subject, `${statement.path}.Condition`)];
    case "open":
      return [
        violation(
          owned.subject,
          wide.path,
          `"${wide.value}" for ${scopable.join(", ")}`,
          "the ARNs of the resources, or a condition that limits them",
          { finding: `Resource::${wide.value}` },
        ),
      ];
  }
}

/**
 * Actions that a policy can scope for one kind of resource alone, which need not be there: metrics belong to no data set,
 * as most do, and what AWS's own models read, translate or say belongs to nobody's custom model.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html
 */
const SCOPED_IN_PART = new Set([
  "cloudwatch:GetMetricData",
  "cloudwatch:PutMetricData",
  "comprehend:DetectEntities",
  "polly:SynthesizeSpeech",
  "rekognition:DetectModerationLabels",
  "translate:TranslateDocument",
  "translate:TranslateText",
]);

/** What resources there are and how they are set, of which AWS scopes a few: `ec2:Describe*`. */
const DESCRIBES = /^[a-z0-9-]+:Describe[a-z]*\*$/i;

/** Whether AWS lets a policy name the resources of an action. An action that is not in the table might be. */
function canBeScoped(pattern: string): boolean {
  const covered = actionsCoveredBy(pattern);
  if (DESCRIBES.test(pattern) && covered.some(({ scopable }) => !scopable)) return false;
  return covered.length === 0 || covered.some(({ name, scopable }) => scopable && !SCOPED_IN_PART.has(name));
}
