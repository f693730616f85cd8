import { fsxCmkEncryption as control } from "../../../policy-pack/controls/data-encryption/fsx-cmk-encryption";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const KEY = { kmsKeyId: ref(key, "arn") };
const one = (type: string, props: Declared["props"]) => [key, declare(type, "f", props)];
const LUSTRE = "fsx/lustreFileSystem:LustreFileSystem";
const OTHERS = [
  "fsx/openZfsFileSystem:OpenZfsFileSystem",
  "fsx/ontapFileSystem:OntapFileSystem",
  "fsx/windowsFileSystem:WindowsFileSystem",
  "fsx/fileCache:FileCache",
];

describe("fsx-cmk-encryption", () => {
  it("passes a customer key, for Lustre in a persistent deployment", () => {
    passes(control, one(LUSTRE, { deploymentType: "PERSISTENT_2", ...KEY }));
    for (const type of OTHERS) passes(control, one(type, KEY));
  });

  it("finds a missing key and AWS's key", () => {
    for (const type of OTHERS) {
      const line = `f (${type.split(":")[0] ?? ""}): kmsKeyId`;
      violates(control, one(type, {}), [line]);
      violates(control, one(type, { kmsKeyId: "alias/aws/fsx" }), [line]);
    }
  });

  it("finds Lustre that is scratch, by its word or by saying nothing, though it names a key", () => {
    const line = "f (fsx/lustreFileSystem): deploymentType";
    violates(control, one(LUSTRE, { deploymentType: "SCRATCH_2", ...KEY }), [line]);
    violates(control, one(LUSTRE, KEY), [line]);
    violates(control, one(LUSTRE, {}), [line, "f (fsx/lustreFileSystem): kmsKeyId"]);
  });

  it("waits for a deployment that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "SCRATCH_2" });
    const line = "f (fsx/lustreFileSystem): deploymentType";
    defers(control, one(LUSTRE, { deploymentType: ref(parameter, "value"), ...KEY }), [line], [line]);
    notApplicable(control, [key]);
  });
});
