import { s3BucketBlockSseC as control } from "../../../policy-pack/controls/data-encryption/s3-bucket-block-sse-c";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const bucket = declare("s3/bucket:Bucket", "data");
const TYPE = "s3/bucketServerSideEncryptionConfiguration";
const config = (...rules: readonly unknown[]) => [
  bucket,
  declare(`${TYPE}:BucketServerSideEncryptionConfiguration`, "data", { bucket: ref(bucket), rules }),
];
const at = (path: string) => `data (${TYPE}): ${path}`;

describe("s3-bucket-block-sse-c", () => {
  it("passes rules that block SSE-C, of the old type too", () => {
    passes(control, config({ blockedEncryptionTypes: ["SSE-C"] }));
    passes(control, [
      declare(
        "s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
        "data",
        { rules: [{ blockedEncryptionTypes: ["SSE-C"] }] },
      ),
    ]);
  });

  it("finds a rule that says nothing, an empty list, NONE, and a second rule that lacks it", () => {
    const line = at("rules[0].blockedEncryptionTypes");
    violates(control, config({}), [line]);
    violates(control, config({ blockedEncryptionTypes: [] }), [line]);
    violates(control, config({ blockedEncryptionTypes: ["NONE"] }), [line]);
    violates(control, config({ blockedEncryptionTypes: ["sse-c"] }), [line]);
    violates(control, config({ blockedEncryptionTypes: ["SSE-C"] }, {}), [
      at("rules[1].blockedEncryptionTypes"),
    ]);
    violates(control, config(), [at("rules")]);
  });

  it("waits for a type that is not known yet, unless another one decides", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "NONE" });
    const line = at("rules[0].blockedEncryptionTypes");
    const unknown = ref(parameter, "value");
    defers(control, config({ blockedEncryptionTypes: [unknown] }), [line], [line]);
    passes(control, config({ blockedEncryptionTypes: [unknown, "SSE-C"] }));
  });

  it("has nothing to judge where there is no configuration", () => {
    notApplicable(control, [bucket]);
  });

  const RULE = { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } };
  const refusal = (parts: object = {}) =>
    JSON.stringify({
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:PutObject",
          Resource: "arn:aws:s3:::data/*",
          Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
          ...parts,
        },
      ],
    });

  it("finds encryption in the bucket itself, which has no list, under both of its names", () => {
    const inline = { serverSideEncryptionConfiguration: { rule: RULE } };
    const found = ["data (s3/bucket): serverSideEncryptionConfiguration"];
    violates(control, [declare("s3/bucket:Bucket", "data", inline)], found);
    const listed = { rule: { ...RULE, blockedEncryptionTypes: ["SSE-C"] } };
    violates(
      control,
      [declare("s3/bucket:Bucket", "data", { serverSideEncryptionConfiguration: listed })],
      found,
    );
    violates(
      control,
      [declare("s3/bucketV2:BucketV2", "data", { serverSideEncryptionConfigurations: [{ rules: [RULE] }] })],
      ["data (s3/bucketV2): serverSideEncryptionConfigurations"],
    );
    const own = declare("s3/bucket:Bucket", "data", inline);
    const separate = declare(`${TYPE}:BucketServerSideEncryptionConfiguration`, "data", {
      bucket: ref(own),
      rules: [{ ...RULE, blockedEncryptionTypes: ["SSE-C"] }],
    });
    passes(control, [own, separate]);
    notApplicable(control, [
      declare("s3/bucketV2:BucketV2", "d", { serverSideEncryptionConfigurations: [] }),
    ]);
  });

  it("passes where the bucket's policy refuses such uploads, all of them and from everyone", () => {
    const inline = { bucket: "data", serverSideEncryptionConfiguration: { rule: RULE } };
    const found = ["data (s3/bucket): serverSideEncryptionConfiguration"];
    passes(control, [declare("s3/bucket:Bucket", "data", { ...inline, policy: refusal() })]);
    passes(control, [
      declare("s3/bucket:Bucket", "data", { ...inline, policy: refusal({ Action: "s3:*" }) }),
    ]);
    for (const parts of [
      { Effect: "Allow" },
      { Principal: { AWS: "333333333333" } },
      { Action: "s3:GetObject" },
      { Resource: "arn:aws:s3:::data/logs/*" },
      { Resource: "arn:aws:s3:::other/*" },
      { Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "true" } } },
      { Condition: { Null: { "s3:x-amz-server-side-encryption": "false" } } },
    ])
      violates(control, [declare("s3/bucket:Bucket", "data", { ...inline, policy: refusal(parts) })], found);
    const named = declare("s3/bucket:Bucket", "data", { bucket: "data" });
    const policy = declare("s3/bucketPolicy:BucketPolicy", "data", { bucket: ref(named), policy: refusal() });
    const rules = declare(`${TYPE}:BucketServerSideEncryptionConfiguration`, "data", {
      bucket: ref(named),
      rules: [RULE],
    });
    passes(control, [named, policy, rules]);
    violates(control, [named, rules], [at("rules[0].blockedEncryptionTypes")]);
  });
});
