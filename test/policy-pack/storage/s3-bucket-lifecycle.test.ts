import { s3BucketLifecycle as control } from "../../../policy-pack/controls/storage/s3-bucket-lifecycle";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, part } from "./bucket-cases";

const OLD = { noncurrentVersionExpiration: { noncurrentDays: 90 } };
const ABORT = { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const rules = (...all: readonly object[]) => part("LifecycleConfiguration", { rules: all });
const at = (name: string) => `data (s3/bucketLifecycleConfiguration): rules[].${name}`;

describe("s3-bucket-lifecycle", () => {
  it("passes both in one rule, in two, or inline", () => {
    passes(control, [bucket, rules({ status: "Enabled", ...OLD, ...ABORT })]);
    passes(control, [bucket, rules({ status: "Enabled", ...OLD }, { status: "Enabled", ...ABORT })]);
    const inline = { enabled: true, abortIncompleteMultipartUploadDays: 7 };
    passes(control, [
      declare("s3/bucket:Bucket", "data", {
        lifecycleRules: [{ ...inline, noncurrentVersionExpiration: { days: 30 } }],
      }),
    ]);
    passes(control, [
      declare("s3/bucketV2:BucketV2", "data", {
        lifecycleRules: [{ ...inline, noncurrentVersionExpirations: [{ days: 30 }] }],
      }),
    ]);
  });

  it("finds what is missing, and rules that are off", () => {
    violates(control, [bucket], ["data (s3/bucket): lifecycleConfiguration"]);
    violates(
      control,
      [bucket, rules({ status: "Enabled", ...OLD })],
      [at("abortIncompleteMultipartUpload.daysAfterInitiation")],
    );
    violates(control, [bucket, rules({ status: "Enabled", ...ABORT })], [at("noncurrentVersionExpiration")]);
    violates(
      control,
      [bucket, rules({ status: "Disabled", ...OLD, ...ABORT })],
      [at("abortIncompleteMultipartUpload.daysAfterInitiation"), at("noncurrentVersionExpiration")],
    );
  });

  it("has nothing to judge where there is no bucket", () => {
    notApplicable(control, [key]);
  });
});
