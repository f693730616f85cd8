import { classifiedDataNamesUsers as control } from "../../../policy-pack/controls/classification/classified-data-names-users";
import { bucket as untagged, loggingInto, part } from "../storage/bucket-cases";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const ARN = "arn:aws:s3:::ml-dev-data";
const ROLE = "arn:aws:iam::222222222222:role/training";
const tagged = (of: Declared, DataClassification = "confidential"): Declared => ({
  ...of,
  props: { ...of.props, tags: { DataClassification } },
});
const bucket = tagged(untagged);
const READS = ["s3:GetObject", "s3:GetObjectVersion"];
const WRITES = ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"];
const BUT_ONE_TEAM = { StringNotEqualsIfExists: { "aws:PrincipalTag/Team": "fraud" } };
const BUT_A_ROLE = { ArnNotEquals: { "aws:PrincipalArn": ROLE } };
const deny = (Action: readonly string[] | string, more: object = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: `${ARN}/*`,
  Condition: BUT_ONE_TEAM,
  ...more,
});
const OTHERS = { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" } };
/** Tags of strangers are what strangers say. */
const home = deny("s3:*", { Resource: "*", Condition: OTHERS });
const only = (...Statement: readonly object[]) =>
  part("Policy", { policy: JSON.stringify({ Version: "2012-10-17", Statement }) }, bucket);
const policy = (...statements: readonly object[]) => only(...statements, home);
const LINE = "data (s3/bucketPolicy): policy";

describe("classified-data-names-users", () => {
  it("passes a bucket that refuses all but a team, a role, or some of both", () => {
    passes(control, [bucket, policy(deny(READS), deny(WRITES))]);
    passes(control, [bucket, policy(deny("s3:*", { Condition: BUT_A_ROLE, Resource: [ARN, `${ARN}/*`] }))]);
    passes(control, [
      bucket,
      policy(deny(READS), deny(WRITES, { Condition: { ...BUT_ONE_TEAM, ...BUT_A_ROLE } })),
    ]);
    const notForServices = { ...BUT_ONE_TEAM, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
    passes(control, [bucket, policy(deny("s3:*", { Condition: notForServices }))]);
    const byId = { StringNotLike: { "aws:userId": ["AROAEXAMPLE:*", "222222222222"] } };
    passes(control, [bucket, policy(deny("*", { Condition: byId, Resource: "*", Principal: { AWS: "*" } }))]);
    const inline = JSON.stringify({ Statement: [deny("s3:*"), home] });
    passes(control, [{ ...bucket, props: { ...bucket.props, policy: inline } }]);
  });

  it("finds a bucket without a policy, and each action that none refuses", () => {
    violates(control, [bucket], ["data (s3/bucket): policy"]);
    violates(control, [bucket, policy(deny(READS))], [LINE]);
    violates(control, [bucket, policy(deny(WRITES))], [LINE]);
    for (const left of [...READS, ...WRITES]) {
      const actions = [...READS, ...WRITES].filter((action) => action !== left);
      violates(control, [bucket, policy(deny(actions))], [LINE]);
    }
  });

  it("finds a tag that counts in any organization", () => {
    passes(control, [bucket, only(deny("s3:*", { Condition: BUT_A_ROLE }))]);
    violates(control, [bucket, only(deny("s3:*"))], [LINE]);
    violates(
      control,
      [bucket, only(deny("s3:*", { Condition: { ...BUT_ONE_TEAM, ...BUT_A_ROLE } }))],
      [LINE],
    );
    const within = (Condition: object, Action = "s3:*") =>
      only(deny("s3:*"), deny(Action, { Resource: "*", Condition }));
    const notForServices = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
    passes(control, [bucket, within({ ...OTHERS, ...notForServices })]);
    passes(control, [bucket, within({ StringNotEquals: { "aws:PrincipalAccount": "222222222222" } })]);
    violates(control, [bucket, within(OTHERS, "s3:GetObject")], [LINE]);
    violates(control, [bucket, within({ StringNotLike: { "aws:PrincipalOrgID": "o-*" } })], [LINE]);
    violates(control, [bucket, within({ StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } })], [LINE]);
    violates(
      control,
      [bucket, within({ ...OTHERS, ...{ Bool: { "aws:PrincipalIsAWSService": "true" } } })],
      [LINE],
    );
  });

  for (const [what, more] of Object.entries({
    "allows instead": { Effect: "Allow" },
    "is for one principal": { Principal: { AWS: ROLE } },
    "is for one prefix": { Resource: `${ARN}/raw/*` },
    "is for the bucket without its objects": { Resource: ARN },
    "is for another bucket": { Resource: "arn:aws:s3:::other/*" },
    "names the team where it means the others": {
      Condition: { StringEquals: { "aws:PrincipalTag/Team": "fraud" } },
    },
    "leaves out everyone": { Condition: { ArnNotLike: { "aws:PrincipalArn": "*" } } },
    "leaves out everyone in any account": {
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } },
    },
    "leaves out a whole organization": {
      Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } },
    },
    "has no condition, and so nobody who may": { Condition: {} },
    "is limited by one more condition": {
      Condition: { ...BUT_ONE_TEAM, StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
    },
    "is for services alone": {
      Condition: { ...BUT_ONE_TEAM, Bool: { "aws:PrincipalIsAWSService": "true" } },
    },
    "has a word where a switch is meant": {
      Condition: { ...BUT_ONE_TEAM, StringEquals: { "aws:PrincipalIsAWSService": "*" } },
    },
  })) {
    it(`finds a statement that ${what}`, () => {
      violates(control, [bucket, policy(deny("s3:*", more))], [LINE]);
    });
  }

  it("wants the same of a secret, for reading it", () => {
    const secret = tagged(declare("secretsmanager/secret:Secret", "token", { name: "token" }), "Restricted");
    const policyOf = (statement: object) =>
      declare("secretsmanager/secretPolicy:SecretPolicy", "token", {
        secretArn: ref(secret, "arn"),
        policy: JSON.stringify({ Statement: [statement] }),
      });
    const reading = deny("secretsmanager:GetSecretValue", { Resource: "*", Condition: BUT_A_ROLE });
    passes(control, [secret, policyOf(reading)]);
    passes(control, [
      secret,
      policyOf({
        ...reading,
        Resource: "arn:aws:secretsmanager:eu-central-1:222222222222:secret:token-a1b2c3",
      }),
    ]);
    const line = "token (secretsmanager/secretPolicy): policy";
    violates(control, [secret], ["token (secretsmanager/secret): policy"]);
    violates(control, [secret, policyOf({ ...reading, Action: "secretsmanager:DescribeSecret" })], [line]);
    violates(control, [secret, policyOf({ ...reading, Resource: "nothing" })], [line]);
  });

  it("waits for a policy and for a class that are not known yet", () => {
    const document = declare("iam/policyDocument:Doc", "doc", { json: JSON.stringify({ Statement: [] }) });
    const later = part("Policy", { policy: ref(document, "json") }, bucket);
    defers(control, [bucket, later, document], [LINE], [LINE]);
    const parameter = declare("ssm/parameter:Parameter", "class", { value: "confidential" });
    const unsure = declare("s3/bucket:Bucket", "data", {
      tags: { DataClassification: ref(parameter, "value") },
    });
    defers(
      control,
      [unsure, parameter],
      ["data (s3/bucket): tags.DataClassification"],
      ["data (s3/bucket): policy"],
    );
  });

  const owned = (name: string, Team: string, DataClassification: string): Declared =>
    declare("s3/bucket:Bucket", name, { bucket: `ml-dev-${name}`, tags: { Team, DataClassification } });
  const policyOf = (of: Declared, ...Statement: readonly object[]) =>
    declare("s3/bucketPolicy:BucketPolicy", of.name, {
      bucket: ref(of),
      policy: JSON.stringify({ Statement: [...Statement, home] }),
    });
  const denyAt = (of: Declared, Action: readonly string[] | string) =>
    deny(Action, { Resource: `arn:aws:s3:::ml-dev-${of.name}/*` });
  const ofNoClass = declare("s3/bucket:Bucket", "other", { tags: { Team: "vision" } });

  it("wants it of internal and synthetic data too, where another team keeps data in the account", () => {
    for (const lower of ["internal", "synthetic", "Internal", "whatever"]) {
      const data = owned("features", "fraud", lower);
      const line = "features (s3/bucketPolicy): policy";
      violates(control, [data, ofNoClass], ["features (s3/bucket): policy"]);
      violates(control, [data, ofNoClass, policyOf(data, denyAt(data, READS))], [line]);
      violates(control, [data, ofNoClass, policyOf(data, denyAt(data, WRITES))], [line]);
      passes(control, [data, ofNoClass, policyOf(data, denyAt(data, "s3:*"))]);
    }
    const secret = declare("secretsmanager/secret:Secret", "token", { tags: { Team: "vision" } });
    violates(control, [owned("features", "fraud", "internal"), secret], ["features (s3/bucket): policy"]);
  });

  it("lets public data be read by all, and not be written", () => {
    for (const open of ["public", "Public"]) {
      const data = owned("images", "fraud", open);
      violates(control, [data, ofNoClass], ["images (s3/bucket): policy"]);
      passes(control, [data, ofNoClass, policyOf(data, denyAt(data, WRITES))]);
      const reading = policyOf(data, denyAt(data, READS));
      violates(control, [data, ofNoClass, reading], ["images (s3/bucketPolicy): policy"]);
    }
    const tags = { Team: "fraud", DataClassification: "public" };
    const secret = declare("secretsmanager/secret:Secret", "token", { tags });
    violates(control, [secret, ofNoClass], ["token (secretsmanager/secret): policy"]);
  });

  it("leaves alone lower classes of a team that has its account to itself, of no team, and what has no class", () => {
    const alone = owned("features", "fraud", "internal");
    notApplicable(control, [alone]);
    notApplicable(control, [alone, owned("models", "fraud", "synthetic"), untagged]);
    notApplicable(control, [tagged(declare("s3/bucket:Bucket", "open"), "internal"), ofNoClass]);
    notApplicable(control, [
      ofNoClass,
      declare("s3/bucket:Bucket", "more", { tags: { Team: "fraud", DataClassification: "" } }),
    ]);
    const inAccount = (of: Declared, id: string): Declared => ({
      ...of,
      more: {
        provider: {
          type: "pulumi:providers:aws",
          name: id,
          props: { allowedAccountIds: JSON.stringify([id]) },
        },
      },
    });
    const here = inAccount(alone, "222222222222");
    notApplicable(control, [here, inAccount(ofNoClass, "333333333333")]);
    violates(control, [here, inAccount(ofNoClass, "222222222222")], ["features (s3/bucket): policy"]);
  });

  it("leaves alone buckets of logs", () => {
    const logs = tagged(declare("s3/bucket:Bucket", "logs", { bucket: "ml-dev-logs" }));
    notApplicable(control, [logs, untagged, loggingInto(logs)]);
    const trail = declare("cloudtrail/trail:Trail", "trail", { s3BucketName: ref(logs, "bucket") });
    notApplicable(control, [logs, trail]);
  });
});
