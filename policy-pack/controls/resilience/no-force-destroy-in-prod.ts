import { type Finding, isFalse, mustBe, type ResourceControl, type Subject } from "../../core";

const LUSTRE = "aws:fsx/lustreFileSystem:LustreFileSystem";
const SECRET = "aws:secretsmanager/secret:Secret";

/** The switch of each type that lets a deletion take the data with it. Unset, all of these are off. */
const SWITCHES: Readonly<Record<string, string>> = {
  "aws:athena/database:Database": "forceDestroy",
  "aws:athena/workgroup:Workgroup": "forceDestroy",
  "aws:backup/vault:Vault": "forceDestroy",
  "aws:docdb/cluster:Cluster": "skipFinalSnapshot",
  "aws:dsql/cluster:Cluster": "forceDestroy",
  "aws:ecr/repository:Repository": "forceDelete",
  "aws:ecrpublic/repository:Repository": "forceDestroy",
  "aws:fsx/ontapVolume:OntapVolume": "skipFinalBackup",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": "skipFinalBackup",
  "aws:fsx/windowsFileSystem:WindowsFileSystem": "skipFinalBackup",
  "aws:neptune/cluster:Cluster": "skipFinalSnapshot",
  "aws:rds/cluster:Cluster": "skipFinalSnapshot",
  "aws:rds/instance:Instance": "skipFinalSnapshot",
  "aws:redshift/cluster:Cluster": "skipFinalSnapshot",
  "aws:s3/bucket:Bucket": "forceDestroy",
  "aws:s3/bucketV2:BucketV2": "forceDestroy",
  "aws:s3/directoryBucket:DirectoryBucket": "forceDestroy",
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": "forceDestroy",
  "aws:s3tables/tableBucket:TableBucket": "forceDestroy",
};

export const noForceDestroyInProd: ResourceControl = {
  kind: "resource",
  name: "no-force-destroy-in-prod",
  description: "Nothing that holds data lets a deletion take the data with it, without a last backup.",
  severity: "high",
  // Dev holds nothing that may not go: its data is synthetic or public, and its buckets leave with their owner.
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "A rename or a removed line is a deletion; without these switches AWS refuses to delete what is not empty.",
  fix: {
    text: "Leave forceDestroy and forceDelete unset, skipFinalBackup false, and a secret its recovery window.",
    code: `new s3.Bucket("models", { forceDestroy: false });`,
  },
  frameworks: { nist: ["CP-9", "SI-12"] },
  types: [...Object.keys(SWITCHES), LUSTRE, SECRET],
  check: (subject) => {
    if (subject.type === LUSTRE) return judgeLustre(subject);
    if (subject.type === SECRET) return judgeSecret(subject);
    return mustBe(subject, SWITCHES[subject.type] ?? "forceDestroy", isFalse, "false", { unset: true });
  },
};

/** Lustre skips its last backup unless it is told not to; a scratch file system has no backups at all. */
function judgeLustre(lustre: Subject): readonly Finding[] {
  const type = lustre.properties.get("deploymentType");
  const isScratch =
    type.state === "unset" || (type.state === "known" && /^SCRATCH_/.test(String(type.value)));
  return isScratch ? [] : mustBe(lustre, "skipFinalBackup", isFalse, "false");
}

function judgeSecret(secret: Subject): readonly Finding[] {
  return mustBe(secret, "recoveryWindowInDays", (days) => Number(days) !== 0, "7 to 30 days", {
    unset: true,
  });
}
