import { s3BucketLifecycle as control } from "../../../policy-pack/controls/storage/s3-bucket-lifecycle";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, logBucket, loggingInto, part } from "./bucket-cases";

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

  it("takes a rule for all objects, and none for some of them", () => {
    const missing = [
      at("abortIncompleteMultipartUpload.daysAfterInitiation"),
      at("noncurrentVersionExpiration"),
    ];
    const filtered = (filter: object) => [bucket, rules({ status: "Enabled", filter, ...OLD, ...ABORT })];
    passes(control, filtered({}));
    passes(control, filtered({ prefix: "" }));
    violates(control, filtered({ prefix: "tmp/" }), missing);
    violates(control, filtered({ tag: { key: "kind", value: "tmp" } }), missing);
    violates(control, filtered({ and: { prefix: "tmp/", objectSizeGreaterThan: 1 } }), missing);
    violates(control, [bucket, rules({ status: "Enabled", prefix: "tmp/", ...OLD, ...ABORT })], missing);
  });

  it("reads the days of rules in the bucket itself", () => {
    const inline = (type: string, rule: object) => [
      declare(`s3/${type}`, "data", {
        lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7, ...rule }],
      }),
    ];
    violates(control, inline("bucket:Bucket", { noncurrentVersionExpiration: { days: 1 } }), [
      "data (s3/bucket): lifecycleRules[0].noncurrentVersionExpiration.days",
    ]);
    violates(control, inline("bucketV2:BucketV2", { noncurrentVersionExpirations: [{ days: 1 }] }), [
      "data (s3/bucketV2): lifecycleRules[0].noncurrentVersionExpirations[0].days",
    ]);
  });

  it("finds old versions that are gone before anybody misses them", () => {
    const after = (noncurrentDays: number) => [
      bucket,
      rules({ status: "Enabled", ...ABORT, noncurrentVersionExpiration: { noncurrentDays } }),
    ];
    const line =
      "data (s3/bucketLifecycleConfiguration): rules[0].noncurrentVersionExpiration.noncurrentDays";
    violates(control, after(29), [line]);
    passes(control, after(30));
    violates(control, after(6), [line], { tier: "staging" });
    passes(control, after(7), { tier: "staging" });
    passes(control, after(1), { tier: "dev" });
    passes(control, [
      ...after(90).slice(0, 1),
      rules(
        { status: "Enabled", ...OLD, ...ABORT },
        { status: "Disabled", noncurrentVersionExpiration: { noncurrentDays: 1 } },
      ),
    ]);
  });

  it("finds logs that are gone before they are read", () => {
    const clean = rules({ status: "Enabled", ...OLD, ...ABORT, expiration: { days: 3 } });
    passes(control, [bucket, clean]);
    const keeping = (days: number) =>
      declare("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "logs", {
        bucket: ref(logBucket),
        rules: [{ status: "Enabled", ...OLD, ...ABORT, expiration: { days } }],
      });
    const line = "logs (s3/bucketLifecycleConfiguration): rules[0].expiration.days";
    const judged = (days: number) => [bucket, clean, loggingInto(logBucket), logBucket, keeping(days)];
    passes(control, judged(365));
    violates(control, judged(364), [line]);
    passes(control, judged(90), { tier: "staging" });
    violates(control, judged(89), [line], { tier: "staging" });
    const flowLog = declare("ec2/flowLog:FlowLog", "flow", { logDestination: "arn:aws:s3:::ml-dev-logs" });
    violates(control, [flowLog, logBucket, keeping(30)], [line]);
  });

  it("holds an archive of other stacks' logs to the least of any tier", () => {
    const archive = part("Policy", {
      policy: JSON.stringify({
        Statement: {
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: "arn:aws:s3:::ml-dev-data/*",
        },
      }),
    });
    const keeping = (days: number) => rules({ status: "Enabled", ...OLD, ...ABORT, expiration: { days } });
    passes(control, [bucket, archive, keeping(30)]);
    const line = "data (s3/bucketLifecycleConfiguration): rules[0].expiration.days";
    for (const [defaultRetention, days] of [
      [{ mode: "GOVERNANCE", days: 400 }, 400],
      [{ mode: "COMPLIANCE", years: 2 }, 730],
    ] as const) {
      const lock = part("ObjectLockConfiguration", { rule: { defaultRetention } });
      passes(control, [bucket, archive, lock, keeping(days)]);
      violates(control, [bucket, archive, lock, keeping(days - 1)], [line]);
      // Data that is locked may be hidden sooner; it is not gone.
      passes(control, [bucket, lock, keeping(3)]);
    }
    violates(
      control,
      [bucket, archive, keeping(29)],
      ["data (s3/bucketLifecycleConfiguration): rules[0].expiration.days"],
    );
  });

  it("has nothing to judge where there is no bucket", () => {
    notApplicable(control, [key]);
  });
});
