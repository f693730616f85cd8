import { s3BucketVersioned as control } from "../../../policy-pack/controls/storage/s3-bucket-versioned";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, part } from "./bucket-cases";

const versioning = (status: string) => part("Versioning", { versioningConfiguration: { status } });
const LINE = "data (s3/bucketVersioning): versioningConfiguration.status";

describe("s3-bucket-versioned", () => {
  it("passes versioning in a resource of its own, of the old type, or inline", () => {
    passes(control, [bucket, versioning("Enabled")]);
    passes(control, [bucket, part("VersioningV2", { versioningConfiguration: { status: "Enabled" } })]);
    passes(control, [declare("s3/bucket:Bucket", "data", { versioning: { enabled: true } })]);
    passes(control, [declare("s3/bucketV2:BucketV2", "data", { versionings: [{ enabled: true }] })]);
  });

  it("finds a bucket without versioning", () => {
    violates(control, [bucket], ["data (s3/bucket): versioning"]);
  });

  it("finds versioning that is suspended, disabled or half declared", () => {
    violates(control, [bucket, versioning("Suspended")], [LINE]);
    violates(control, [bucket, versioning("Disabled")], [LINE]);
    violates(control, [bucket, part("Versioning", { versioningConfiguration: {} })], [LINE]);
    violates(
      control,
      [declare("s3/bucket:Bucket", "data", { versioning: { enabled: false } })],
      ["data (s3/bucket): versioning.enabled"],
    );
    violates(
      control,
      [declare("s3/bucket:Bucket", "data", { versioning: {} })],
      ["data (s3/bucket): versioning.enabled"],
    );
  });

  it("has nothing to judge where there is no bucket", () => {
    notApplicable(control, [key]);
  });
});
