import { judgeEach } from "../judge-each";
import type { Finding, Graph, GraphControl } from "../../core";
import { violation } from "../../core";
import { actionsCoveredBy } from "../../iam/actions";
import { identityDocuments, type OwnedDocument } from "../../iam/identity-documents";
import { deferredIn, judgeAllowing } from "../../iam/judge-document";
import type { Statement } from "../../iam/statement";
import { resourceDocument, trustDocument } from "../../iam/resource-documents";
import { BUCKETS } from "../../core/resource-types";
import { hasWildcard } from "../../iam/wildcard";

export const iamNoWildcardAction: GraphControl = {
  name: "iam-no-wildcard-action",
  description:
    "Policies name the actions that write or grant; a wildcard may stand for actions that only read.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A wildcard grants what nobody thought of, and what AWS adds next year.",
  fix: {
    text: "Replace the pattern by the actions that are used; IAM Access Analyzer can tell them from the trail.",
    code: `Action: ["s3:GetObject", "s3:PutObject"], // instead of "s3:*"`,
  },
  frameworks: {
    nist: ["AC-3", "AC-5", "AC-6(2)", "AC-6(10)", "CM-5(1)"],
    fsbp: ["IAM.21"],
    checkov: ["CKV_AWS_49", "CKV_AWS_63"],
  },
  kind: "graph",
  check: (graph) =>
    judgeEach(documents(graph), (owned) =>
      judgeAllowing(owned, (statement) => judgeWildcards(owned, statement)),
    ),
};

/**
 * Policies of stores, queues, topics, registries and log groups. Those of endpoints and of keys have controls of their own;
 * search domains and APIs are called by verbs of HTTP, which AWS's own policies leave to a star.
 */
const RESOURCE_POLICIES = [
  ...BUCKETS,
  "aws:backup/vaultPolicy:VaultPolicy",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  "aws:dynamodb/resourcePolicy:ResourcePolicy",
  "aws:ecr/registryPolicy:RegistryPolicy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy",
  "aws:efs/fileSystemPolicy:FileSystemPolicy",
  "aws:fsx/s3AccessPointAttachment:S3AccessPointAttachment",
  "aws:kinesis/resourcePolicy:ResourcePolicy",
  "aws:lambda/resourcePolicy:ResourcePolicy",
  "aws:organizations/resourcePolicy:ResourcePolicy",
  "aws:s3/accessPoint:AccessPoint",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy",
  "aws:s3control/accessPointPolicy:AccessPointPolicy",
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy",
  "aws:s3tables/tablePolicy:TablePolicy",
  "aws:secretsmanager/secret:Secret",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
  "aws:sns/topic:Topic",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sqs/queue:Queue",
  "aws:sqs/queuePolicy:QueuePolicy",
];

/** Every document that gives permissions: of identities, of those who may become them, and of resources with data. */
const documents = (graph: Graph): readonly OwnedDocument[] => [
  ...identityDocuments(graph),
  ...graph.byType("aws:iam/role:Role").map(trustDocument),
  ...graph.byType(...RESOURCE_POLICIES).map(resourceDocument),
];

/**
 * Patterns that AWS's documentation writes for the use of a key: the forms of one action, none of which does more than
 * another. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const FORMS_OF_ONE_ACTION = ["kms:generatedatakey*", "kms:reencrypt*"];

/** Findings for the patterns among a statement's actions that stand for more than reading. */
export function judgeWildcards(owned: OwnedDocument, statement: Statement): readonly Finding[] {
  const broad = statement.actions.values.filter(
    ({ value }) => hasWildcard(value) && !onlyReads(value) && !isOneAction(value),
  );
  return [
    ...broad.map(({ value, path }) =>
      violation(owned.subject, path, `"${value}"`, "the actions that are needed, by name", {
        finding: `Action::${value}`,
      }),
    ),
    ...deferredIn(owned, statement.actions),
  ];
}

const isOneAction = (pattern: string): boolean => FORMS_OF_ONE_ACTION.includes(pattern.toLowerCase());

/** Whether a pattern stands for actions that read or list, of one service. One that is not in the table does not. */
function onlyReads(pattern: string): boolean {
  const service = pattern.split(":")[0] ?? "*";
  if (hasWildcard(service) || /:[*?]+$/.test(pattern)) return false;
  const covered = actionsCoveredBy(pattern);
  return covered.length > 0 && covered.every(({ reads }) => reads);
}
