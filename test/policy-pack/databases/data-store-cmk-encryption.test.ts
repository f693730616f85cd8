import { dataStoreCmkEncryption as control } from "../../../policy-pack/controls/databases/data-store-cmk-encryption";
import { PROTECTIONS } from "../../../policy-pack/controls/databases/stores";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");

/** A value at each dotted path. */
function at(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split(".");
    const last = names.pop() ?? path;
    let owner = props;
    for (const name of names) owner = (owner[name] ??= {}) as Record<string, unknown>;
    owner[last] = value;
  }
  return props;
}

describe("data-store-cmk-encryption", () => {
  for (const [type, protection] of Object.entries(PROTECTIONS)) {
    const { on = [], notOff = [], tls = [], keys = [], blocks = [], copiedFrom = [] } = protection;
    const line = (property: string) => `x (${type.slice("aws:".length).split(":")[0] ?? ""}): ${property}`;
    const good: Record<string, unknown> = {};
    for (const property of on) good[property] = true;
    for (const { property } of tls) good[property] = "TLS";
    for (const property of keys) good[property] = ref(key, "arn");
    for (const block of blocks) good[block.list] = [{ [block.key]: ref(key, "arn") }];
    const changed = (change: Record<string, unknown>) => [
      key,
      declare(type, "x", at({ ...good, ...change })),
    ];

    it(`wants ${type} encrypted with a customer key`, () => {
      passes(control, changed({}));
      for (const property of on) {
        violates(control, changed({ [property]: false }), [line(property)]);
        violates(control, changed({ [property]: undefined }), [line(property)]);
      }
      for (const { property, unset } of tls) {
        violates(control, changed({ [property]: "PLAINTEXT" }), [line(property)]);
        violates(control, changed({ [property]: "TLS_PLAINTEXT" }), [line(property)]);
        if (unset) passes(control, changed({ [property]: undefined }));
        else violates(control, changed({ [property]: undefined }), [line(property)]);
      }
      for (const property of notOff) violates(control, changed({ [property]: false }), [line(property)]);
      for (const property of keys) {
        violates(control, changed({ [property]: undefined }), [line(property)]);
        violates(control, changed({ [property]: "alias/aws/rds" }), [line(property)]);
      }
      for (const property of copiedFrom) passes(control, [declare(type, "x", { [property]: "another" })]);
    });
  }

  const vectors = (props: object) => [
    key,
    declare("s3/vectorsVectorBucket:VectorsVectorBucket", "x", { ...props }),
  ];
  const tables = (props: object) => [key, declare("s3tables/table:Table", "x", { ...props })];

  it("wants a key in blocks of a store's own, and none where it has that of its bucket", () => {
    passes(
      control,
      vectors({ encryptionConfigurations: [{ sseType: "aws:kms", kmsKeyArn: ref(key, "arn") }] }),
    );
    violates(control, vectors({ encryptionConfigurations: [{ sseType: "AES256" }] }), [
      "x (s3/vectorsVectorBucket): encryptionConfigurations[0].kmsKeyArn",
    ]);
    violates(control, vectors({}), ["x (s3/vectorsVectorBucket): encryptionConfigurations"]);
    passes(control, tables({}));
    violates(control, tables({ encryptionConfiguration: { sseAlgorithm: "AES256" } }), [
      "x (s3tables/table): encryptionConfiguration.kmsKeyArn",
    ]);
  });

  it("knows the words for keys that AWS owns", () => {
    for (const word of ["AWS_OWNED_KMS_KEY", "AWS_OWNED_KEY"]) {
      violates(
        control,
        [declare("redshiftserverless/namespace:Namespace", "x", { kmsKeyId: word })],
        ["x (redshiftserverless/namespace): kmsKeyId"],
      );
    }
  });

  it("finds what a bare database lacks", () => {
    violates(
      control,
      [declare("rds/instance:Instance", "x", { engine: "postgres" })],
      ["x (rds/instance): storageEncrypted", "x (rds/instance): kmsKeyId"],
    );
    violates(
      control,
      [declare("elasticache/replicationGroup:ReplicationGroup", "x", { engine: "redis" })],
      [
        "x (elasticache/replicationGroup): atRestEncryptionEnabled",
        "x (elasticache/replicationGroup): transitEncryptionEnabled",
        "x (elasticache/replicationGroup): kmsKeyId",
      ],
    );
  });

  it("has nothing to say of other resources", () => notApplicable(control, [key]));
});
