import { glueEncrypted as control } from "../../../policy-pack/controls/data-processing/glue-encrypted";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const kmsKeyArn = ref(key, "arn");
const LOGS = { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn };
const BOOKMARKS = { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn };
const FILES = { s3EncryptionMode: "SSE-KMS", kmsKeyArn };
const configuration = (parts: object = {}) =>
  declare("glue/securityConfiguration:SecurityConfiguration", "s", {
    name: "encrypted",
    encryptionConfiguration: {
      cloudwatchEncryption: LOGS,
      jobBookmarksEncryption: BOOKMARKS,
      s3Encryption: FILES,
      ...parts,
    },
  });
const at = (property: string) => `s (glue/securityConfiguration): encryptionConfiguration.${property}`;

describe("glue-encrypted", () => {
  for (const type of ["glue/job:Job", "glue/crawler:Crawler", "glue/devEndpoint:DevEndpoint"])
    it(`wants a security configuration of ${type}`, () => {
      const configured = configuration();
      const securityConfiguration = ref(configured, "name");
      passes(control, [key, configured, declare(type, "j", { securityConfiguration })]);
      passes(control, [declare(type, "j", { securityConfiguration: "encrypted" })]);
      violates(control, [declare(type, "j")], [`j (${type.split(":")[0] ?? ""}): securityConfiguration`]);
    });

  it("wants the configuration to encrypt all three, with a customer key", () => {
    passes(control, [key, configuration()]);
    violates(
      control,
      [key, configuration({ s3Encryption: { s3EncryptionMode: "SSE-S3" } })],
      [at("s3Encryption.s3EncryptionMode"), at("s3Encryption.kmsKeyArn")],
    );
    violates(
      control,
      [key, configuration({ cloudwatchEncryption: { ...LOGS, cloudwatchEncryptionMode: "DISABLED" } })],
      [at("cloudwatchEncryption.cloudwatchEncryptionMode")],
    );
    violates(
      control,
      [key, configuration({ jobBookmarksEncryption: { jobBookmarksEncryptionMode: "DISABLED", kmsKeyArn } })],
      [at("jobBookmarksEncryption.jobBookmarksEncryptionMode")],
    );
  });

  it("wants the catalog and the passwords in it encrypted", () => {
    const REST = { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: kmsKeyArn };
    const PASSWORDS = { returnConnectionPasswordEncrypted: true, awsKmsKeyId: kmsKeyArn };
    const catalog = (parts: object) =>
      declare("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings", "c", {
        dataCatalogEncryptionSettings: {
          encryptionAtRest: REST,
          connectionPasswordEncryption: PASSWORDS,
          ...parts,
        },
      });
    const line = (property: string) =>
      `c (glue/dataCatalogEncryptionSettings): dataCatalogEncryptionSettings.${property}`;
    passes(control, [key, catalog({})]);
    violates(
      control,
      [key, catalog({ encryptionAtRest: { catalogEncryptionMode: "DISABLED" } })],
      [line("encryptionAtRest.catalogEncryptionMode"), line("encryptionAtRest.sseAwsKmsKeyId")],
    );
    violates(
      control,
      [
        key,
        catalog({ connectionPasswordEncryption: { ...PASSWORDS, returnConnectionPasswordEncrypted: false } }),
      ],
      [line("connectionPasswordEncryption.returnConnectionPasswordEncrypted")],
    );
    notApplicable(control, [key]);
  });
});
