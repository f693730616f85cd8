import { storeInOwnTeamKey as control } from "../../../policy-pack/controls/trust/store-in-own-team-key";
import { type Declared, declare, ref, urnOf } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { keyOf } from "./teams";

const fraud = keyOf("fraud", "fraud-data");
const vision = keyOf("vision", "vision-data");
const tags = { Team: "fraud" };
const bucket = declare("s3/bucket:Bucket", "data", { tags });
const encryption = (key: unknown) =>
  declare("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "sse", {
    bucket: ref(bucket),
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key } }],
  });

describe("store-in-own-team-key", () => {
  it("passes stores under their own team's key", () => {
    passes(control, [fraud, bucket, encryption(ref(fraud, "arn"))]);
    passes(control, [fraud, declare("sqs/queue:Queue", "jobs", { kmsMasterKeyId: ref(fraud), tags })]);
  });

  it("refuses a bucket under another team's key", () => {
    violates(
      control,
      [vision, bucket, encryption(ref(vision, "arn"))],
      [
        "sse (s3/bucketServerSideEncryptionConfiguration): rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId",
      ],
    );
  });

  it("takes the provider's own tags for those of what can be tagged alone", () => {
    const providedBy = (team: string) => ({
      provider: {
        type: "pulumi:providers:aws",
        name: "aws",
        props: { defaultTags: { tags: { Team: team } } },
      },
    });
    const encryptedUnder = (key: Declared, team: string) =>
      declare(
        "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "sse",
        {
          bucket: ref(bucket),
          rules: [
            {
              applyServerSideEncryptionByDefault: {
                sseAlgorithm: "aws:kms",
                kmsMasterKeyId: ref(key, "arn"),
              },
            },
          ],
        },
        providedBy(team),
      );
    passes(control, [fraud, bucket, encryptedUnder(fraud, "core")]);
    const sse = encryptedUnder(vision, "vision");
    violates(
      control,
      [vision, bucket, sse],
      [
        "sse (s3/bucketServerSideEncryptionConfiguration): rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId",
      ],
    );
    const queue = declare("sqs/queue:Queue", "jobs", { kmsMasterKeyId: ref(vision) }, providedBy("fraud"));
    violates(control, [vision, queue], ["jobs (sqs/queue): kmsMasterKeyId"]);
  });

  for (const [type, property] of [
    ["cloudwatch/logGroup:LogGroup", "kmsKeyId"],
    ["dynamodb/table:Table", "serverSideEncryption.kmsKeyArn"],
    ["ebs/volume:Volume", "kmsKeyId"],
    ["efs/fileSystem:FileSystem", "kmsKeyId"],
    ["secretsmanager/secret:Secret", "kmsKeyId"],
    ["sns/topic:Topic", "kmsMasterKeyId"],
    ["sqs/queue:Queue", "kmsMasterKeyId"],
    ["sagemaker/endpointConfiguration:EndpointConfiguration", "kmsKeyArn"],
    ["lambda/function:Function", "kmsKeyArn"],
  ] as const) {
    it(`refuses ${type} under another team's key`, () => {
      const [block, inner] = property.split(".");
      const value = ref(vision, "arn");
      const props = { [block ?? ""]: inner === undefined ? value : { enabled: true, [inner]: value }, tags };
      violates(
        control,
        [vision, declare(type, "store", props)],
        [`store (${type.split(":")[0] ?? ""}): ${property}`],
      );
    });
  }

  it("follows an alias, and goes by default tags", () => {
    const alias = declare("kms/alias:Alias", "alias", {
      name: "alias/vision",
      targetKeyId: ref(vision, "keyId"),
    });
    const queue = declare("sqs/queue:Queue", "jobs", { kmsMasterKeyId: "alias/vision", tags });
    violates(control, [vision, alias, queue], ["jobs (sqs/queue): kmsMasterKeyId"]);
    const provider = {
      type: "pulumi:providers:aws",
      name: "p",
      props: { defaultTags: JSON.stringify({ tags }) },
    };
    const byDefault = declare("sqs/queue:Queue", "jobs", { kmsMasterKeyId: ref(vision) }, { provider });
    violates(control, [vision, byDefault], ["jobs (sqs/queue): kmsMasterKeyId"]);
  });

  const workspace = declare("acme:index:Workspace", "fraud");
  const inside = { parent: urnOf(workspace) };
  const tagged = declare("ec2/subnet:Subnet", "a", { tags }, inside);

  it("goes by the component of what has no tags: an alias, the account's default for volumes", () => {
    const alias = (key: unknown) => declare("kms/alias:Alias", "alias", { targetKeyId: key }, inside);
    passes(control, [workspace, tagged, fraud, alias(ref(fraud, "keyId"))]);
    violates(
      control,
      [workspace, tagged, vision, alias(ref(vision, "keyId"))],
      ["alias (kms/alias): targetKeyId"],
    );
    const volumes = declare("ebs/defaultKmsKey:DefaultKmsKey", "v", { keyArn: ref(vision, "arn") }, inside);
    violates(control, [workspace, tagged, vision, volumes], ["v (ebs/defaultKmsKey): keyArn"]);
    const other = declare("ec2/subnet:Subnet", "b", { tags: { Team: "vision" } }, inside);
    notApplicable(control, [workspace, tagged, other, vision, volumes]);
  });

  it("has nothing to judge where a team is not told", () => {
    notApplicable(control, [vision, declare("sqs/queue:Queue", "jobs", { kmsMasterKeyId: ref(vision) })]);
  });
});
