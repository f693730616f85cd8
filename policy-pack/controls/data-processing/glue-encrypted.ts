import {
  type Finding,
  isText,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
} from "../../core";

const SECURITY = "aws:glue/securityConfiguration:SecurityConfiguration";
const CATALOG = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";

/** What works on data, and writes logs, bookmarks and files as its security configuration says. */
const WORKERS = ["aws:glue/job:Job", "aws:glue/crawler:Crawler", "aws:glue/devEndpoint:DevEndpoint"];

export const glueEncrypted: ResourceControl = {
  kind: "resource",
  name: "glue-encrypted",
  description:
    "Glue's jobs, crawlers and endpoints have a security configuration that encrypts all that they write, and so has the catalog.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Without one, Glue writes its logs, its bookmarks and the passwords of its connections as they are.",
  fix: {
    text: "Make one security configuration with the team's key, name it in every job and crawler, and encrypt the catalog.",
    code: `new glue.SecurityConfiguration("encrypted", {
  encryptionConfiguration: {
    cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: key.arn },
    jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: key.arn },
    s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn: key.arn },
  },
});`,
  },
  frameworks: {
    nist: ["SC-28", "SC-28(1)", "SC-13"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_94", "CKV_AWS_99", "CKV_AWS_195"],
  },
  types: [...WORKERS, SECURITY, CATALOG],
  check: (subject) => {
    if (subject.type === CATALOG) return judgeCatalog(subject);
    if (subject.type === SECURITY) return judgeConfiguration(subject);
    return mustBe(subject, "securityConfiguration", isText, "the name of a security configuration", {
      unknown: true,
    });
  },
};

function judgeConfiguration(configuration: Subject): readonly Finding[] {
  const part = (name: string, mode: string, accepted: string): readonly Finding[] => [
    ...mustBe(
      configuration,
      `encryptionConfiguration.${name}.${mode}`,
      (value) => value === accepted,
      `"${accepted}"`,
    ),
    ...mustBeCustomerKey(configuration, `encryptionConfiguration.${name}.kmsKeyArn`),
  ];
  return [
    ...part("cloudwatchEncryption", "cloudwatchEncryptionMode", "SSE-KMS"),
    ...part("jobBookmarksEncryption", "jobBookmarksEncryptionMode", "CSE-KMS"),
    ...part("s3Encryption", "s3EncryptionMode", "SSE-KMS"),
  ];
}

function judgeCatalog(catalog: Subject): readonly Finding[] {
  const settings = "dataCatalogEncryptionSettings";
  const isKms = (mode: unknown) => mode === "SSE-KMS" || mode === "SSE-KMS-WITH-SERVICE-ROLE";
  return [
    ...mustBe(catalog, `${settings}.encryptionAtRest.catalogEncryptionMode`, isKms, '"SSE-KMS"'),
    ...mustBeCustomerKey(catalog, `${settings}.encryptionAtRest.sseAwsKmsKeyId`),
    ...mustBe(
      catalog,
      `${settings}.connectionPasswordEncryption.returnConnectionPasswordEncrypted`,
      isTrue,
      "true",
    ),
    ...mustBeCustomerKey(catalog, `${settings}.connectionPasswordEncryption.awsKmsKeyId`),
  ];
}
