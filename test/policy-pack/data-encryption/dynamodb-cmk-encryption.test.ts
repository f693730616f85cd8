import { dynamodbCmkEncryption as control } from "../../../policy-pack/controls/data-encryption/dynamodb-cmk-encryption";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const KEY = { kmsKeyArn: ref(key, "arn") };
const ON = { serverSideEncryption: { enabled: true, ...KEY } };
const table = (props: Declared["props"]) => [key, declare("dynamodb/table:Table", "t", props)];
const at = (path: string) => `t (dynamodb/table): ${path}`;

describe("dynamodb-cmk-encryption", () => {
  it("passes a customer key for the table and each replica", () => {
    passes(control, table(ON));
    passes(control, table({ ...ON, replicas: [{ regionName: "eu-west-1", ...KEY }] }));
    passes(control, [key, declare("dynamodb/tableReplica:TableReplica", "r", KEY)]);
  });

  it("finds the keys that AWS owns or manages", () => {
    const both = [at("serverSideEncryption.enabled"), at("serverSideEncryption.kmsKeyArn")];
    violates(control, table({}), both);
    violates(control, table({ serverSideEncryption: { enabled: false } }), both);
    violates(control, table({ serverSideEncryption: { enabled: true } }), [
      at("serverSideEncryption.kmsKeyArn"),
    ]);
    violates(
      control,
      table({
        serverSideEncryption: { enabled: true, kmsKeyArn: "arn:aws:kms:eu-central-1:1:alias/aws/dynamodb" },
      }),
      [at("serverSideEncryption.kmsKeyArn")],
    );
    violates(control, table({ serverSideEncryption: { enabled: false, ...KEY } }), [
      at("serverSideEncryption.enabled"),
    ]);
  });

  it("finds a replica without a key, inside the table and beside it", () => {
    violates(control, table({ ...ON, replicas: [{ ...KEY }, { regionName: "eu-west-1" }] }), [
      at("replicas[1].kmsKeyArn"),
    ]);
    violates(
      control,
      [declare("dynamodb/tableReplica:TableReplica", "r", {})],
      ["r (dynamodb/tableReplica): kmsKeyArn"],
    );
  });

  it("waits for replicas that are not known yet", () => {
    const list = declare("made/up:List", "l", { replicas: [{ regionName: "eu-west-1" }] });
    defers(
      control,
      table({ ...ON, replicas: ref(list, "replicas") }),
      [at("replicas")],
      [at("replicas[0].kmsKeyArn")],
    );
    notApplicable(control, [key]);
  });
});
