import {
  deferred,
  type Finding,
  judgeCustomerKey,
  judgeValue,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

type Judge = (subject: Subject) => readonly Finding[];

/** Where each type names its key, and what else must be said for the key to count. */
const JUDGES: Readonly<Record<string, Judge>> = {
  "aws:cloudwatch/logGroup:LogGroup": (subject) => mustBeCustomerKey(subject, "kmsKeyId"),
  "aws:backup/vault:Vault": (subject) => mustBeCustomerKey(subject, "kmsKeyArn"),
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": (subject) =>
    mustBeCustomerKey(subject, "encryptionKeyArn"),
  "aws:sfn/activity:Activity": judgeStates,
  "aws:sfn/stateMachine:StateMachine": judgeStates,
  "aws:lambda/function:Function": judgeFunction,
  "aws:ecr/repository:Repository": judgeRepository,
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": judgeRepository,
  "aws:athena/workgroup:Workgroup": judgeWorkgroup,
};

export const logAndStateCmkEncryption: ResourceControl = {
  kind: "resource",
  name: "log-and-state-cmk-encryption",
  description:
    "Log groups, state machines, function variables, backups, images and query results are encrypted with a customer managed key.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Logs, variables, images and query results hold pieces of the data; a key of one's own can be cut off and shows who used it.",
  fix: {
    text: "Name the team's key.",
    code: `new cloudwatch.LogGroup("training", { ..., kmsKeyId: key.arn });`,
  },
  frameworks: {
    nist: ["AU-9(3)", "SC-13", "SC-28(1)"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_158", "CKV_AWS_173", "CKV_AWS_166", "CKV_AWS_136", "CKV_AWS_159"],
  },
  types: Object.keys(JUDGES),
  check: (subject) => JUDGES[subject.type]?.(subject) ?? "not-applicable",
};

function judgeStates(subject: Subject): readonly Finding[] {
  const isCustomers = (value: unknown) => value === "CUSTOMER_MANAGED_KMS_KEY";
  return [
    ...mustBe(subject, "encryptionConfiguration.type", isCustomers, '"CUSTOMER_MANAGED_KMS_KEY"'),
    ...mustBeCustomerKey(subject, "encryptionConfiguration.kmsKeyId"),
  ];
}

/** Without variables there is nothing that the key would encrypt. */
function judgeFunction(subject: Subject): readonly Finding[] {
  return subject.properties.get("environment").state === "unset"
    ? []
    : mustBeCustomerKey(subject, "kmsKeyArn");
}

function judgeRepository(subject: Subject): readonly Finding[] {
  const property = "encryptionConfigurations";
  const list = subject.properties.list(property);
  if (list.state === "unknown") return [deferred(subject, property)];
  const [first] = list.state === "known" ? list.value : [];
  if (first === undefined)
    return [violation(subject, property, "not set", "KMS with a customer managed key")];
  const isKms = (value: unknown) => value === "KMS" || value === "KMS_DSSE";
  return [
    ...judgeValue(
      subject,
      `${first.path}.encryptionType`,
      first.properties.get("encryptionType"),
      isKms,
      '"KMS"',
    ),
    ...judgeCustomerKey(subject, `${first.path}.kmsKey`, first.properties.get("kmsKey")),
  ];
}

/** A workgroup that lets its clients choose does not enforce its own encryption. */
function judgeWorkgroup(subject: Subject): readonly Finding[] {
  const at = "configuration.resultConfiguration.encryptionConfiguration";
  const isKms = (value: unknown) => value === "SSE_KMS" || value === "CSE_KMS";
  return [
    ...mustBe(subject, `${at}.encryptionOption`, isKms, '"SSE_KMS"'),
    ...mustBeCustomerKey(subject, `${at}.kmsKeyArn`),
    ...mustBe(subject, "configuration.enforceWorkgroupConfiguration", (value) => value === true, "true", {
      unset: true,
    }),
  ];
}
