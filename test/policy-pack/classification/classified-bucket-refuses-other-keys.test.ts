import { classifiedBucketRefusesOtherKeys as control } from "../../../policy-pack/controls/classification/classified-bucket-refuses-other-keys";
import { bucket as untagged, loggingInto, part } from "../storage/bucket-cases";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const ARN = "arn:aws:s3:::ml-dev-data";
const bucket: Declared = {
  ...untagged,
  props: { ...untagged.props, tags: { DataClassification: "restricted" } },
};
const ENCRYPTION = "s3:x-amz-server-side-encryption";
const KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const OWN_KEYS = "arn:aws:kms:eu-central-1:222222222222:key/*";
const deny = (Condition: object, more: object = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:PutObject",
  Resource: `${ARN}/*`,
  Condition,
  ...more,
});
const otherEncryption = deny({
  Null: { [ENCRYPTION]: "false" },
  StringNotEquals: { [ENCRYPTION]: "aws:kms" },
});
const otherKeys = deny({ Null: { [KEY]: "false" }, ArnNotLike: { [KEY]: OWN_KEYS } });
const policy = (...Statement: readonly object[]) =>
  part("Policy", { policy: JSON.stringify({ Statement }) }, bucket);
const LINE = "data (s3/bucketPolicy): policy";

describe("classified-bucket-refuses-other-keys", () => {
  it("passes both statements", () => {
    passes(control, [bucket, policy(otherEncryption, otherKeys)]);
  });

  it("passes stricter ones, that refuse an upload which names nothing", () => {
    const encryption = deny({ StringNotEquals: { [ENCRYPTION]: ["aws:kms", "aws:kms:dsse"] } });
    const oneKey = deny({ StringNotEqualsIfExists: { [KEY]: OWN_KEYS.replace("*", "1234abcd") } });
    passes(control, [bucket, policy(encryption, oneKey)]);
  });

  it("finds what is missing", () => {
    violates(control, [bucket], ["data (s3/bucket): policy", "data (s3/bucket): policy"]);
    violates(control, [bucket, policy(otherEncryption)], [LINE]);
    violates(control, [bucket, policy(otherKeys)], [LINE]);
  });

  for (const [what, statement] of Object.entries({
    "leaves out AWS's own keys": deny({ StringNotEquals: { [ENCRYPTION]: ["aws:kms", "AES256"] } }),
    "is for other actions": { ...otherEncryption, Action: "s3:GetObject" },
    "is for one principal": { ...otherEncryption, Principal: { AWS: "arn:aws:iam::222222222222:root" } },
    "is for one prefix": { ...otherEncryption, Resource: `${ARN}/raw/*` },
    "is turned round": deny({ StringEquals: { [ENCRYPTION]: "aws:kms" } }),
    "asks only whether an encryption is named": deny({ Null: { [ENCRYPTION]: "false" } }),
    "is for uploads that name none": deny({
      Null: { [ENCRYPTION]: "true" },
      StringNotEquals: { [ENCRYPTION]: "aws:kms" },
    }),
    "is limited by one more condition": deny({
      StringNotEquals: { [ENCRYPTION]: "aws:kms" },
      StringEquals: { "aws:PrincipalTag/Team": "fraud" },
    }),
  })) {
    it(`finds a statement on encryption that ${what}`, () => {
      violates(control, [bucket, policy(statement, otherKeys)], [LINE]);
    });
  }

  it("finds a statement on keys that leaves out every account", () => {
    for (const keys of ["*", "arn:aws:kms:*:*:key/*", "arn:aws:kms:eu-central-1:2222*:key/*", "my-key"]) {
      const wide = deny({ Null: { [KEY]: "false" }, ArnNotLike: { [KEY]: keys } });
      violates(control, [bucket, policy(otherEncryption, wide)], [LINE]);
    }
  });

  it("waits for a policy that is not known yet", () => {
    const document = declare("iam/policyDocument:Doc", "doc", { json: JSON.stringify({ Statement: [] }) });
    const later = part("Policy", { policy: ref(document, "json") }, bucket);
    defers(control, [bucket, later, document], [LINE], [LINE, LINE]);
  });

  it("wants it of the lower classes too, where another team keeps data in the account; of public data, the keys", () => {
    const other = declare("s3/bucket:Bucket", "other", { tags: { Team: "vision" } });
    const of = (DataClassification: string): Declared => ({
      ...untagged,
      props: { ...untagged.props, tags: { Team: "fraud", DataClassification } },
    });
    for (const lower of ["internal", "synthetic"]) {
      violates(control, [of(lower), other, policy(otherEncryption)], [LINE]);
      violates(control, [of(lower), other, policy(otherKeys)], [LINE]);
      passes(control, [of(lower), other, policy(otherEncryption, otherKeys)]);
      notApplicable(control, [of(lower), policy(otherEncryption)]);
    }
    violates(control, [of("public"), other, policy(otherEncryption)], [LINE]);
    passes(control, [of("public"), other, policy(otherKeys)]);
  });

  it("leaves alone data of lower classes, and the targets of access logs, which AWS encrypts by its own key", () => {
    notApplicable(control, [untagged]);
    notApplicable(control, [bucket, declare("s3/bucket:Bucket", "other"), loggingInto(bucket)]);
    notApplicable(control, [
      declare("kms/key:Key", "key"),
      untagged,
      part("Logging", { targetBucket: ref(untagged) }),
    ]);
  });
});
