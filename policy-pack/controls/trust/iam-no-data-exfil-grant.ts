import { type Finding, type GraphControl, violation } from "../../core";
import { namesEverything } from "../../iam/arn";
import { limitedBy } from "../../iam/condition";
import { covers } from "../../iam/covers";
import { identityDocuments, type OwnedDocument } from "../../iam/identity-documents";
import { deferredIn, judgeAllowing } from "../../iam/judge-document";
import { resourceKeys } from "../../iam/resource-keys";
import type { Statement } from "../../iam/statement";
import { judgeEach } from "../judge-each";

/** Actions that read what is stored, or hand a copy of it to another account. */
const CARRIES_OFF = [
  "athena:GetQueryResults",
  "backup:StartCopyJob",
  "cassandra:Select",
  "dynamodb:BatchGetItem",
  "dynamodb:ExportTableToPointInTime",
  "dynamodb:GetItem",
  "dynamodb:GetRecords",
  "dynamodb:PartiQLSelect",
  "dynamodb:Query",
  "dynamodb:Scan",
  "ebs:GetSnapshotBlock",
  "ec2:CreateInstanceExportTask",
  "ec2:CreateStoreImageTask",
  "ec2:ExportImage",
  "ec2:ModifyImageAttribute",
  "ec2:ModifySnapshotAttribute",
  "kinesis:GetRecords",
  "kinesis:SubscribeToShard",
  "neptune-db:ReadDataViaQuery",
  "rds-data:ExecuteStatement",
  "rds-db:connect",
  "rds:ModifyDBClusterSnapshotAttribute",
  "rds:ModifyDBSnapshotAttribute",
  "rds:StartExportTask",
  "redshift:GetClusterCredentials",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3tables:GetTableData",
  "s3vectors:GetVectors",
  "sagemaker:BatchGetRecord",
  "sagemaker:GetRecord",
  "secretsmanager:BatchGetSecretValue",
  "secretsmanager:GetSecretValue",
  "sqs:ReceiveMessage",
  "ssm:GetParameter",
  "ssm:GetParameterHistory",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
  "timestream:Select",
];

export const iamNoDataExfilGrant: GraphControl = {
  kind: "graph",
  name: "iam-no-data-exfil-grant",
  description:
    "Nobody may read objects, parameters, secrets or records, or share snapshots, of every store there is.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "One role that reads everything is all that has to be stolen: every team's data and every secret leaves with it.",
  fix: {
    text: "Name the team's buckets, prefixes, secrets or parameters.",
    code: `Action: ["s3:GetObject"], Resource: [interpolate\`\${data.arn}/*\`],`,
  },
  frameworks: {
    nist: ["AC-4", "AC-6"],
    checkov: ["CKV_AWS_107", "CKV_AWS_108", "CKV_AWS_287", "CKV_AWS_288"],
  },
  check: (graph) =>
    judgeEach(identityDocuments(graph), (owned) =>
      judgeAllowing(owned, (statement) => judgeStatement(owned, statement)),
    ),
};

function judgeStatement(owned: OwnedDocument, statement: Statement): readonly Finding[] {
  const action = CARRIES_OFF.find((each) => covers(statement, each));
  if (action === undefined) return deferredIn(owned, statement.actions);
  const resource = statement.resources.values.find(({ value }) => namesEverything(value));
  // A NotResource is everything but little.
  const everywhere = resource?.path ?? (statement.notResources.present ? statement.path : undefined);
  if (everywhere === undefined) return deferredIn(owned, statement.resources);
  const limit = limitedBy(statement, resourceKeys([action]));
  if (limit === "limits") return [];
  return [
    violation(
      owned.subject,
      everywhere,
      `${action} on ${resource === undefined ? "all but some" : `"${resource.value}"`}`,
      "the stores that are needed, by their ARNs",
      { finding: `Action::${action}` },
    ),
  ];
}
