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
});
