import {
  deferred,
  type Element,
  type Finding,
  isTrue,
  judgeValue,
  mustBe,
  type ResourceControl,
  type Subject,
} from "../../core";

const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

export const dynamodbPitrAndProtection: ResourceControl = {
  kind: "resource",
  name: "dynamodb-pitr-and-protection",
  description:
    "Every DynamoDB table and replica can be restored to any point in time; in prod it is protected from deletion.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A faulty job overwrites features within seconds, and a deleted table is gone; both are off unless they are turned on.",
  fix: {
    text: "Turn both on, for the replicas too.",
    code: `new dynamodb.Table("features", {
  ...,
  pointInTimeRecovery: { enabled: true },
  deletionProtectionEnabled: true,
});`,
  },
  frameworks: {
    nist: ["CP-9", "CP-10", "CP-1(2)", "CP-10(2)", "CP-2(5)"],
    fsbp: ["DynamoDB.2", "DynamoDB.6"],
    checkov: ["CKV_AWS_28", "CKV_AWS_165"],
  },
  types: ["aws:dynamodb/table:Table", REPLICA],
  check: (subject, { tier }) => {
    const recovery = subject.type === REPLICA ? "pointInTimeRecovery" : "pointInTimeRecovery.enabled";
    const isProtected = tier === "prod";
    return [
      ...mustBe(subject, recovery, isTrue, "true"),
      ...(isProtected ? mustBe(subject, "deletionProtectionEnabled", isTrue, "true") : []),
      ...judgeReplicas(subject, isProtected),
    ];
  },
};

function judgeReplicas(table: Subject, isProtected: boolean): readonly Finding[] {
  const replicas = table.properties.list("replicas");
  if (replicas.state === "unknown") return [deferred(table, "replicas")];
  if (replicas.state === "unset") return [];
  const names = ["pointInTimeRecovery", ...(isProtected ? ["deletionProtectionEnabled"] : [])];
  return replicas.value.flatMap((replica) => names.flatMap((name) => judgeSwitch(table, replica, name)));
}

function judgeSwitch(table: Subject, { path, properties }: Element, name: string): readonly Finding[] {
  return judgeValue(table, `${path}.${name}`, properties.get(name), isTrue, "true");
}
