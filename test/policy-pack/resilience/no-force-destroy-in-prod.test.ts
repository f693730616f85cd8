import { noForceDestroyInProd as control } from "../../../policy-pack/controls/resilience/no-force-destroy-in-prod";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const one = (type: string, props: Declared["props"]) => [key, declare(type, "x", props)];
const line = (type: string, property: string) => [`x (${type.split(":")[0] ?? ""}): ${property}`];
const LUSTRE = "fsx/lustreFileSystem:LustreFileSystem";
const SECRET = "secretsmanager/secret:Secret";

const SWITCHES = [
  ["s3/bucket:Bucket", "forceDestroy"],
  ["s3/bucketV2:BucketV2", "forceDestroy"],
  ["s3/directoryBucket:DirectoryBucket", "forceDestroy"],
  ["s3tables/tableBucket:TableBucket", "forceDestroy"],
  ["ecr/repository:Repository", "forceDelete"],
  ["backup/vault:Vault", "forceDestroy"],
  ["fsx/openZfsFileSystem:OpenZfsFileSystem", "skipFinalBackup"],
  ["fsx/windowsFileSystem:WindowsFileSystem", "skipFinalBackup"],
  ["fsx/ontapVolume:OntapVolume", "skipFinalBackup"],
  ["rds/instance:Instance", "skipFinalSnapshot"],
  ["redshift/cluster:Cluster", "skipFinalSnapshot"],
] as const;

describe("no-force-destroy-in-prod", () => {
  for (const [type, property] of SWITCHES) {
    it(`judges ${property} of ${type}`, () => {
      passes(control, one(type, {}));
      passes(control, one(type, { [property]: false }));
      violates(control, one(type, { [property]: true }), line(type, property));
    });
  }

  it("finds Lustre that skips its last backup, which it does by itself", () => {
    const persistent = { deploymentType: "PERSISTENT_2" };
    passes(control, one(LUSTRE, { ...persistent, skipFinalBackup: false }));
    passes(control, one(LUSTRE, { deploymentType: "SCRATCH_2" }));
    passes(control, one(LUSTRE, {}));
    violates(control, one(LUSTRE, persistent), line(LUSTRE, "skipFinalBackup"));
    violates(control, one(LUSTRE, { ...persistent, skipFinalBackup: true }), line(LUSTRE, "skipFinalBackup"));
  });

  it("finds a secret that is gone at once", () => {
    passes(control, one(SECRET, {}));
    passes(control, one(SECRET, { recoveryWindowInDays: 7 }));
    violates(control, one(SECRET, { recoveryWindowInDays: 0 }), line(SECRET, "recoveryWindowInDays"));
  });

  it("waits for a switch that is not known yet", () => {
    const value = declare("made/up:Value", "v", { on: true });
    const expected = line("s3/bucket:Bucket", "forceDestroy");
    defers(
      control,
      [value, ...one("s3/bucket:Bucket", { forceDestroy: ref(value, "on") })],
      expected,
      expected,
    );
    notApplicable(control, [key]);
  });
});
