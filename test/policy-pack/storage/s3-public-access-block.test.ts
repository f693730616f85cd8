import { s3PublicAccessBlock as control } from "../../../policy-pack/controls/storage/s3-public-access-block";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucket, part } from "./bucket-cases";

const ALL = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};
const NO_BLOCK = "data (s3/bucket): publicAccessBlock";

describe("s3-public-access-block", () => {
  it("passes a bucket with all four switches on", () => {
    passes(control, [bucket, part("PublicAccessBlock", ALL)]);
  });

  it("passes a block that names its bucket by text", () => {
    passes(control, [
      bucket,
      declare("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "b", { bucket: "ml-dev-data", ...ALL }),
    ]);
  });

  it("passes an access point that says nothing, and one that says all four", () => {
    const point = (props: object) =>
      declare("s3/accessPoint:AccessPoint", "p", { bucket: ref(bucket), ...props });
    passes(control, [bucket, part("PublicAccessBlock", ALL), point({})]);
    passes(control, [bucket, part("PublicAccessBlock", ALL), point({ publicAccessBlockConfiguration: ALL })]);
  });

  it("finds a bucket without a block, of either type", () => {
    violates(control, [bucket], [NO_BLOCK]);
    violates(control, [declare("s3/bucketV2:BucketV2", "old")], ["old (s3/bucketV2): publicAccessBlock"]);
  });

  it("finds a bucket whose block is another bucket's", () => {
    const other = declare("s3/bucket:Bucket", "other", { bucket: "ml-dev-other" });
    violates(control, [bucket, other, part("PublicAccessBlock", ALL, other)], [NO_BLOCK]);
  });

  for (const flag of Object.keys(ALL)) {
    it(`finds ${flag} off, and left out`, () => {
      const line = [`data (s3/bucketPublicAccessBlock): ${flag}`];
      violates(control, [bucket, part("PublicAccessBlock", { ...ALL, [flag]: false })], line);
      violates(control, [bucket, part("PublicAccessBlock", { ...ALL, [flag]: null })], line);
    });
  }

  it("finds a second block that is laxer than the first", () => {
    const lax = declare("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "lax", {
      bucket: ref(bucket),
      ...ALL,
      blockPublicPolicy: false,
    });
    violates(
      control,
      [bucket, part("PublicAccessBlock", ALL), lax],
      ["lax (s3/bucketPublicAccessBlock): blockPublicPolicy"],
    );
  });

  it("finds switches that an access point or the account turns off", () => {
    violates(
      control,
      [
        declare("s3/accessPoint:AccessPoint", "p", {
          bucket: "elsewhere",
          publicAccessBlockConfiguration: { blockPublicPolicy: false },
        }),
        declare("s3/accountPublicAccessBlock:AccountPublicAccessBlock", "account", {
          ...ALL,
          ignorePublicAcls: false,
        }),
        declare("s3control/multiRegionAccessPoint:MultiRegionAccessPoint", "m", {
          details: { publicAccessBlock: { blockPublicAcls: false } },
        }),
      ],
      [
        "p (s3/accessPoint): publicAccessBlockConfiguration.blockPublicPolicy",
        "account (s3/accountPublicAccessBlock): ignorePublicAcls",
        "m (s3control/multiRegionAccessPoint): details.publicAccessBlock.blockPublicAcls",
      ],
    );
  });

  it("waits for a switch that is not known yet", () => {
    const flag = ref(declare("ssm/parameter:Parameter", "flag", { value: "false" }), "value");
    defers(
      control,
      [bucket, part("PublicAccessBlock", { ...ALL, blockPublicAcls: flag })],
      ["data (s3/bucketPublicAccessBlock): blockPublicAcls"],
      ["data (s3/bucketPublicAccessBlock): blockPublicAcls"],
    );
  });

  it("has nothing to judge where there is no bucket", () => {
    notApplicable(control, [declare("kms/key:Key", "k")]);
  });
});
