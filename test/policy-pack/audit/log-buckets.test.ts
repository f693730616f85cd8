import { auditBucketHardened } from "../../../policy-pack/controls/audit/audit-bucket-hardened";
import { AUDIT_LOCK } from "../../../policy-pack/controls/audit/object-lock";
import { s3AccessLogging } from "../../../policy-pack/controls/audit/s3-access-logging";
import assert from "node:assert/strict";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const lets = (Service: string) => ({
  Statement: [{ Effect: "Allow", Principal: { Service }, Action: "s3:PutObject", Resource: "*" }],
});
const accessLogs = declare("s3/bucket:Bucket", "access-logs", {
  bucket: "access-logs",
  policy: lets("logging.s3.amazonaws.com"),
});
const bucket = (props: object = {}) => declare("s3/bucket:Bucket", "audit", { bucket: "audit", ...props });
const logging = (of: Declared, targetBucket: unknown = ref(accessLogs)) =>
  declare("s3/bucketLogging:BucketLogging", `${of.name}-logging`, { bucket: ref(of), targetBucket });
const versions = (of: Declared, status = "Enabled") =>
  declare("s3/bucketVersioning:BucketVersioning", `${of.name}-versions`, {
    bucket: ref(of),
    versioningConfiguration: { status },
  });

describe("s3-access-logging", () => {
  const control = s3AccessLogging;
  const data = declare("s3/bucket:Bucket", "data", { bucket: "data" });

  it("passes a bucket that logs into another, inline or not, and the target itself", () => {
    passes(control, [accessLogs, data, logging(data)]);
    passes(control, [data, logging(data, "access-logs-of-the-account")]);
    passes(control, [
      accessLogs,
      declare("s3/bucket:Bucket", "b", { logging: { targetBucket: ref(accessLogs) } }),
    ]);
    passes(control, [
      declare("s3/bucketV2:BucketV2", "old", { bucket: "old", loggings: [{ targetBucket: "access-logs" }] }),
    ]);
    notApplicable(control, [
      accessLogs,
      declare("lb/loadBalancer:LoadBalancer", "lb", { accessLogs: { bucket: ref(accessLogs) } }),
    ]);
  });

  it("finds a bucket that logs nowhere, or into itself", () => {
    violates(control, [data], ["data (s3/bucket): logging"]);
    violates(control, [data, logging(data, "")], ["data-logging (s3/bucketLogging): targetBucket"]);
    const other = declare("s3/bucket:Bucket", "other", { bucket: "other" });
    violates(control, [data, other, accessLogs, logging(data)], ["other (s3/bucket): logging"]);
  });

  const refused = ["data-logging (s3/bucketLogging): targetBucket"];
  const part = (of: Declared, kind: string, props: object) =>
    declare(`s3/bucket${kind}:Bucket${kind}`, `${of.name}-${kind}`, { bucket: ref(of), ...props });

  it("refuses a target that is not made for logs", () => {
    const plain = declare("s3/bucket:Bucket", "models", { bucket: "models" });
    violates(control, [plain, data, logging(data, ref(plain))], refused);
    const archive = part(plain, "Policy", { policy: JSON.stringify(lets("cloudtrail.amazonaws.com")) });
    violates(control, [plain, archive, data, logging(data, ref(plain))], refused);
    violates(control, [plain, archive, data, logging(data, "models")], refused);
    const named = declare("s3/bucketPolicy:BucketPolicy", "p", { bucket: "models", policy: lets("x") });
    violates(control, [plain, named, data, logging(data, ref(named, "bucket"))], refused);
    const inline = declare("s3/bucket:Bucket", "b", { bucket: "b", logging: { targetBucket: ref(plain) } });
    violates(control, [plain, inline], ["b (s3/bucket): logging.targetBucket"]);
  });

  it("takes every way in which a bucket lets logs in", () => {
    const target = declare("s3/bucket:Bucket", "logs", { bucket: "logs" });
    for (const way of [
      part(target, "Policy", { policy: JSON.stringify(lets("logging.s3.amazonaws.com")) }),
      part(target, "Acl", { acl: "log-delivery-write" }),
      part(target, "Acl", {
        accessControlPolicy: {
          grants: [{ grantee: { type: "Group", uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" } }],
        },
      }),
    ]) {
      passes(control, [target, way, data, logging(data, ref(target))]);
    }
    violates(
      control,
      [target, part(target, "Acl", { acl: "private" }), data, logging(data, ref(target))],
      refused,
    );
  });

  it("refuses a target that is encrypted by KMS, to which AWS delivers nothing", () => {
    const target = declare("s3/bucket:Bucket", "logs", { bucket: "logs" });
    const open = part(target, "Policy", { policy: JSON.stringify(lets("logging.s3.amazonaws.com")) });
    const encrypted = (sseAlgorithm: string) =>
      part(target, "ServerSideEncryptionConfiguration", {
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm } }],
      });
    const judged = (sseAlgorithm: string) => [
      target,
      open,
      encrypted(sseAlgorithm),
      data,
      logging(data, ref(target)),
    ];
    passes(control, judged("AES256"));
    violates(control, judged("aws:kms"), refused);
    violates(control, judged("aws:kms:dsse"), refused);
  });

  it("refuses a target in another account or region", () => {
    const at = (account: string, region = "eu-central-1") => ({
      provider: {
        type: "pulumi:providers:aws",
        name: account,
        props: { region, allowedAccountIds: JSON.stringify([account]) },
      },
    });
    const placed = (more: object) => [
      declare("s3/bucket:Bucket", "access-logs", accessLogs.props, more),
      declare("s3/bucket:Bucket", "data", data.props, at("222222222222")),
      logging(data, "access-logs"),
    ];
    passes(control, placed(at("222222222222")));
    violates(control, placed(at("333333333333")), refused);
    violates(control, placed(at("222222222222", "eu-west-1")), refused);
  });
});

describe("audit-bucket-hardened", () => {
  const control = auditBucketHardened;
  const trail = (to: Declared) =>
    declare("cloudtrail/trail:Trail", "trail", { s3BucketName: ref(to, "bucket") });
  const lock = (of: Declared, defaultRetention: object = { mode: "COMPLIANCE", days: 2555 }) =>
    declare("s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "lock", {
      bucket: ref(of),
      rule: { defaultRetention },
    });
  const policy = (of: Declared, principal: unknown, more: object = {}) =>
    declare("s3/bucketPolicy:BucketPolicy", "policy", {
      bucket: ref(of),
      policy: JSON.stringify({
        Statement: [
          {
            Effect: "Allow",
            Principal: principal,
            Action: ["s3:PutObject"],
            Resource: "arn:aws:s3:::audit/*",
            ...more,
          },
        ],
      }),
    });
  const SERVICE = { Service: "cloudtrail.amazonaws.com" };
  const whole = (of: Declared = bucket()): Declared[] => [
    accessLogs,
    versions(accessLogs),
    of,
    versions(of),
    logging(of),
    trail(of),
  ];
  const audit = bucket();

  it("passes a bucket of logs with everything, as each tier wants it", () => {
    passes(control, [...whole(), lock(audit), policy(audit, SERVICE)]);
    passes(control, [...whole(), lock(audit, { mode: "COMPLIANCE", years: 7 })]);
    passes(control, [...whole(), lock(audit, { mode: "GOVERNANCE", days: 365 })], { tier: "staging" });
    passes(control, whole(), { tier: "dev" });
  });

  it("wants the tier's lock", () => {
    violates(control, whole(), ["audit (s3/bucket): objectLockConfiguration"]);
    const found = ["lock (s3/bucketObjectLockConfiguration): rule.defaultRetention"];
    violates(control, [...whole(), lock(audit, { mode: "GOVERNANCE", days: 2555 })], found);
    violates(control, [...whole(), lock(audit, { mode: "COMPLIANCE", days: 365 })], found);
    violates(control, [...whole(), lock(audit, { mode: "COMPLIANCE" })], found);
    violates(control, [...whole(), lock(audit, { mode: "GOVERNANCE", days: 30 })], found, {
      tier: "staging",
    });
    assert.deepEqual(AUDIT_LOCK, {
      dev: undefined,
      staging: { modes: ["GOVERNANCE", "COMPLIANCE"], days: 365 },
      prod: { modes: ["COMPLIANCE"], days: 2555 },
    });
  });

  it("wants of the logs of another stack, where their bucket is made for locks, what the mildest of the tiers wants", () => {
    const archive = bucket({ objectLockEnabled: true });
    const others = [accessLogs, versions(accessLogs), archive, versions(archive), logging(archive)];
    const judged = (...more: readonly Declared[]) => [...others, policy(archive, SERVICE), ...more];
    passes(control, judged(lock(archive, { mode: "GOVERNANCE", days: 365 })));
    violates(control, judged(), ["audit (s3/bucket): objectLockConfiguration"]);
    const found = ["lock (s3/bucketObjectLockConfiguration): rule.defaultRetention"];
    violates(control, judged(lock(archive, { mode: "GOVERNANCE", days: 364 })), found);
    violates(control, judged(lock(archive, { days: 365 })), found);
  });

  it("reads the lock of the bucket's own block, old and older", () => {
    const inline = bucket({
      objectLockConfiguration: { rule: { defaultRetention: { mode: "GOVERNANCE", days: 1 } } },
    });
    violates(control, whole(inline), ["audit (s3/bucket): objectLockConfiguration.rule.defaultRetention"]);
    const older = declare("s3/bucketV2:BucketV2", "audit", {
      bucket: "audit",
      objectLockConfiguration: { rules: [{ defaultRetentions: [{ mode: "COMPLIANCE", days: 2555 }] }] },
    });
    passes(control, whole(older));
  });

  it("wants versions, access logs, and no emptying", () => {
    const rest = [accessLogs, versions(accessLogs), audit, lock(audit), trail(audit)];
    violates(control, [...rest, logging(audit)], ["audit (s3/bucket): versioning"]);
    violates(
      control,
      [...rest, logging(audit), versions(audit, "Suspended")],
      ["audit-versions (s3/bucketVersioning): versioningConfiguration.status"],
    );
    const emptied = bucket({ forceDestroy: true });
    violates(control, [...whole(emptied), lock(emptied)], ["audit (s3/bucket): forceDestroy"]);
    violates(control, [audit, lock(audit), trail(audit), versions(audit)], ["audit (s3/bucket): logging"]);
  });

  it("lets log services alone write", () => {
    for (const principal of [
      "*",
      { AWS: "222222222222" },
      { AWS: "arn:aws:iam::222222222222:role/admin" },
      { Service: "ec2.amazonaws.com" },
    ]) {
      const at = typeof principal === "string" ? "Principal" : `Principal.${Object.keys(principal)[0] ?? ""}`;
      violates(
        control,
        [...whole(), lock(audit), policy(audit, principal)],
        [`policy (s3/bucketPolicy): policy.Statement[0].${at}`],
      );
    }
    violates(
      control,
      [
        ...whole(),
        lock(audit),
        policy(audit, SERVICE, { Action: "s3:*", Principal: { AWS: "222222222222" } }),
      ],
      ["policy (s3/bucketPolicy): policy.Statement[0].Principal.AWS"],
    );
    passes(control, [
      ...whole(),
      lock(audit),
      policy(audit, { AWS: "222222222222" }, { Action: "s3:GetObject" }),
    ]);
  });

  it("knows targets of flow logs, AWS Config and access logs, and what others' services may write to", () => {
    const flow = declare("ec2/flowLog:FlowLog", "flow", { logDestination: "arn:aws:s3:::audit/vpc/" });
    const channel = declare("cfg/deliveryChannel:DeliveryChannel", "channel", { s3BucketName: "audit" });
    for (const writer of [flow, channel])
      violates(
        control,
        [audit, writer, versions(audit)],
        ["audit (s3/bucket): logging", "audit (s3/bucket): objectLockConfiguration"],
      );
    violates(control, [audit, policy(audit, SERVICE), versions(audit)], ["audit (s3/bucket): logging"]);
    const data = declare("s3/bucket:Bucket", "data", { bucket: "data" });
    violates(control, [accessLogs, data, logging(data)], ["access-logs (s3/bucket): versioning"]);
  });

  it("waits for a retention that is not known yet, and has nothing to judge without logs", () => {
    const days = declare("ssm/parameter:Parameter", "p", { value: 30 });
    const found = ["lock (s3/bucketObjectLockConfiguration): rule.defaultRetention"];
    defers(
      control,
      [days, ...whole(), lock(audit, { mode: "COMPLIANCE", days: ref(days, "value") })],
      found,
      found,
    );
    const text = declare("ssm/parameter:Parameter", "p", {
      value: JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:PutObject" }] }),
    });
    const unknown = declare("s3/bucketPolicy:BucketPolicy", "policy", {
      bucket: ref(audit),
      policy: ref(text, "value"),
    });
    defers(
      control,
      [text, ...whole(), lock(audit), unknown],
      ["policy (s3/bucketPolicy): policy"],
      ["policy (s3/bucketPolicy): policy.Statement[0].Principal"],
    );
    notApplicable(control, [audit]);
  });
});
