import { s3BucketTlsOnly as control } from "../../../policy-pack/controls/storage/s3-bucket-tls-only";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, part } from "./bucket-cases";

const ARN = "arn:aws:s3:::ml-dev-data";
const deny = (condition: object, more: object = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [ARN, `${ARN}/*`],
  Condition: condition,
  ...more,
});
const PLAIN = { Bool: { "aws:SecureTransport": "false" } };
const OLD = { NumericLessThan: { "s3:TlsVersion": "1.2" } };
const policy = (...Statement: readonly object[]) =>
  part("Policy", { policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
const LINE = "data (s3/bucketPolicy): policy";

describe("s3-bucket-tls-only", () => {
  it("passes both statements, as text or as an object, in one policy or inline", () => {
    passes(control, [bucket, policy(deny(PLAIN), deny(OLD))]);
    passes(control, [bucket, part("Policy", { policy: { Statement: [deny(PLAIN), deny(OLD)] } })]);
    passes(control, [
      declare("s3/bucket:Bucket", "data", {
        bucket: "ml-dev-data",
        policy: JSON.stringify({ Statement: [deny(PLAIN), deny(OLD)] }),
      }),
    ]);
  });

  it("passes a newer minimum version, booleans and numbers instead of text, and the principal as an object", () => {
    const newer = deny({ NumericLessThan: { "s3:TlsVersion": 1.3 } }, { Principal: { AWS: "*" } });
    passes(control, [bucket, policy(deny({ Bool: { "aws:SecureTransport": false } }), newer)]);
  });

  it("finds a bucket without a policy, and each missing statement", () => {
    violates(control, [bucket], ["data (s3/bucket): policy", "data (s3/bucket): policy"]);
    violates(control, [bucket, policy(deny(PLAIN))], [LINE]);
    violates(control, [bucket, policy(deny(OLD))], [LINE]);
  });

  for (const [what, statement] of Object.entries({
    "allows instead": deny(PLAIN, { Effect: "Allow" }),
    "is for some actions only": deny(PLAIN, { Action: ["s3:GetObject"] }),
    "leaves out the objects": deny(PLAIN, { Resource: ARN }),
    "leaves out the bucket": deny(PLAIN, { Resource: `${ARN}/*` }),
    "is for one prefix": deny(PLAIN, { Resource: [ARN, `${ARN}/public/*`] }),
    "is for another bucket": deny(PLAIN, { Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"] }),
    "is for one principal": deny(PLAIN, { Principal: { AWS: "arn:aws:iam::222222222222:role/x" } }),
    "has the condition upside down": deny({ Bool: { "aws:SecureTransport": "true" } }),
    "is limited by a second condition": deny({ ...PLAIN, StringEquals: { "aws:PrincipalTag/Team": "x" } }),
    "has no condition that S3 knows": deny({ Bool: { "aws:SecureTransports": "false" } }),
  })) {
    it(`finds a statement that ${what}`, () => {
      violates(control, [bucket, policy(statement, deny(OLD))], [LINE]);
    });
  }

  it("finds a second policy of the same bucket, which may be the one that is left", () => {
    const second = declare("s3/bucketPolicy:BucketPolicy", "second", {
      bucket: ref(bucket),
      policy: JSON.stringify({ Statement: [deny(PLAIN)] }),
    });
    violates(control, [bucket, policy(deny(PLAIN), deny(OLD)), second], ["second (s3/bucketPolicy): policy"]);
  });

  it("finds a minimum version below 1.2", () => {
    violates(
      control,
      [bucket, policy(deny(PLAIN), deny({ NumericLessThan: { "s3:TlsVersion": "1.1" } }))],
      [LINE],
    );
  });

  it("waits for a policy that is not known yet", () => {
    const document = declare("iam/policyDocument:Doc", "doc", {
      json: JSON.stringify({ Statement: [deny(OLD)] }),
    });
    defers(control, [bucket, part("Policy", { policy: ref(document, "json") })], [LINE], [LINE]);
  });

  it("has nothing to judge where there is no bucket", () => {
    notApplicable(control, [key]);
  });
});
