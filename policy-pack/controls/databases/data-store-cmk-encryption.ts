import {
  deferred,
  type Finding,
  isFalse,
  isTrue,
  join,
  judgeCustomerKey,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { PROTECTIONS, type Protection } from "./stores";

export const dataStoreCmkEncryption: ResourceControl = {
  kind: "resource",
  name: "data-store-cmk-encryption",
  description:
    "Databases, warehouses, caches, brokers and the memory of agents are encrypted with a customer managed key, caches and brokers on the wire too.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "RDS, Neptune and Redis encrypt nothing unless they are told when they are made; it cannot be turned on later, and every snapshot of them is as open.",
  fix: {
    text: "Turn encryption on and name the team's key when the store is made.",
    code: `new rds.Cluster("features", { ..., storageEncrypted: true, kmsKeyId: key.arn });
new elasticache.ReplicationGroup("online", {
  ..., atRestEncryptionEnabled: true, transitEncryptionEnabled: true, kmsKeyId: key.arn,
});`,
  },
  frameworks: {
    nist: ["SC-28", "SC-28(1)", "SC-13", "SC-8"],
    fsbp: ["RDS.3", "RDS.27", "DocumentDB.1", "Neptune.1", "Redshift.10", "ElastiCache.4", "ElastiCache.5"],
    gdpr: ["32"],
    checkov: [
      "CKV_AWS_16",
      "CKV_AWS_96",
      "CKV_AWS_74",
      "CKV_AWS_44",
      "CKV_AWS_64",
      "CKV_AWS_29",
      "CKV_AWS_30",
    ],
  },
  types: Object.keys(PROTECTIONS),
  check: (subject) => judge(subject, PROTECTIONS[subject.type] ?? {}),
};

function judge(
  store: Subject,
  { on, notOff, tls, keys, blocks, copiedFrom }: Protection,
): readonly Finding[] {
  // A copy is encrypted as what it is a copy of, and AWS refuses a setting of its own in the same region.
  if (copiedFrom?.some((property) => store.properties.get(property).state !== "unset") === true) return [];
  const isNotFalse = (value: unknown) => !isFalse(value);
  return [
    ...(on ?? []).flatMap((property) => mustBe(store, property, isTrue, "true")),
    ...(notOff ?? []).flatMap((property) => mustBe(store, property, isNotFalse, "true", { unset: true })),
    ...(tls ?? []).flatMap(({ property, unset }) =>
      mustBe(store, property, (value) => value === "TLS", '"TLS"', { unset }),
    ),
    ...(keys ?? []).flatMap((property) => mustBeCustomerKey(store, property)),
    ...(blocks ?? []).flatMap((block) => judgeBlock(store, block)),
  ];
}

function judgeBlock(
  store: Subject,
  { list, key, inherits }: NonNullable<Protection["blocks"]>[number],
): readonly Finding[] {
  const found = store.properties.list(list);
  if (found.state === "unknown") return [deferred(store, list)];
  const elements = found.state === "known" ? found.value : [];
  if (elements.length === 0) {
    return inherits ? [] : [violation(store, list, "not set", `a block with the customer's ${key}`)];
  }
  return elements.flatMap(({ path, properties }) =>
    judgeCustomerKey(store, join(path, key), properties.get(key)),
  );
}
