import { kmsKeyRotation as control } from "../../../policy-pack/controls/kms/kms-key-rotation";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const key = (props: Record<string, unknown>) => declare("kms/key:Key", "data", props);

describe("kms-key-rotation", () => {
  it("passes keys that rotate within a year", () => {
    passes(control, [key({ enableKeyRotation: true })]);
    passes(control, [key({ enableKeyRotation: true, rotationPeriodInDays: 90 })]);
  });

  it("refuses keys that don't, which is the default, or too seldom", () => {
    violates(control, [key({})], ["data (kms/key): enableKeyRotation"]);
    violates(control, [key({ enableKeyRotation: false })], ["data (kms/key): enableKeyRotation"]);
    violates(
      control,
      [key({ enableKeyRotation: true, rotationPeriodInDays: 366 })],
      ["data (kms/key): rotationPeriodInDays"],
    );
  });

  it("leaves keys alone that KMS cannot rotate", () => {
    notApplicable(control, [key({ keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "RSA_2048" })]);
    notApplicable(control, [key({ customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" })]);
    notApplicable(control, [key({ customKeyStoreId: "cks-1" })]);
  });
});
