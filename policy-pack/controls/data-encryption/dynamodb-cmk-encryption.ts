import {
  deferred,
  type Finding,
  isTrue,
  judgeCustomerKey,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
} from "../../core";

const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

export const dynamodbCmkEncryption: ResourceControl = {
  kind: "resource",
  name: "dynamodb-cmk-encryption",
  description: "Every DynamoDB table, and each of its replicas, is encrypted with a customer managed key.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Under AWS's own key whoever may read the table reads it all; a key of one's own is a second lock in every region.",
  fix: {
    text: "Name the team's key for the table, and a key of each replica's region for the replica.",
    code: `new dynamodb.Table("features", { ..., serverSideEncryption: { enabled: true, kmsKeyArn: key.arn } });`,
  },
  frameworks: {
    nist: ["SC-28(1)", "SC-13", "SC-8(3)", "SC-8(4)", "AU-9(3)"],
    checkov: ["CKV_AWS_119", "CKV_AWS_271"],
  },
  types: ["aws:dynamodb/table:Table", REPLICA],
  check: (subject) =>
    subject.type === REPLICA ? mustBeCustomerKey(subject, "kmsKeyArn") : judgeTable(subject),
};

/** Enabled without a key is AWS's managed key; not enabled is a key that AWS owns. */
function judgeTable(table: Subject): readonly Finding[] {
  return [
    ...mustBe(table, "serverSideEncryption.enabled", isTrue, "true"),
    ...mustBeCustomerKey(table, "serverSideEncryption.kmsKeyArn"),
    ...judgeReplicas(table),
  ];
}

function judgeReplicas(table: Subject): readonly Finding[] {
  const replicas = table.properties.list("replicas");
  if (replicas.state === "unknown") return [deferred(table, "replicas")];
  if (replicas.state === "unset") return [];
  return replicas.value.flatMap(({ path, properties }) =>
    judgeCustomerKey(table, `${path}.kmsKeyArn`, properties.get("kmsKeyArn")),
  );
}
