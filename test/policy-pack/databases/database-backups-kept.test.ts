import { databaseBackupsKept as control } from "../../../policy-pack/controls/databases/database-backups-kept";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const KINDS: readonly (readonly [type: string, property: string])[] = [
  ["docdb/cluster:Cluster", "backupRetentionPeriod"],
  ["docdb/elasticCluster:ElasticCluster", "backupRetentionPeriod"],
  ["neptune/cluster:Cluster", "backupRetentionPeriod"],
  ["rds/cluster:Cluster", "backupRetentionPeriod"],
  ["rds/instance:Instance", "backupRetentionPeriod"],
  ["redshift/cluster:Cluster", "automatedSnapshotRetentionPeriod"],
];

describe("database-backups-kept", () => {
  for (const [type, property] of KINDS) {
    it(`wants a week of backups of ${type}`, () => {
      const kept = (days: unknown) => declare(type, "x", { [property]: days });
      const line = [`x (${type.split(":")[0] ?? ""}): ${property}`];
      passes(control, [kept(7)]);
      passes(control, [kept(35)]);
      violates(control, [kept(6)], line);
      violates(control, [kept(0)], line);
      violates(control, [declare(type, "x")], line);
      const value = declare("made/up:Value", "v", { days: 1 });
      defers(control, [value, kept(ref(value, "days"))], line, line);
    });
  }

  it("leaves replicas to what they replicate", () => {
    passes(control, [declare("rds/instance:Instance", "x", { replicateSourceDb: "features" })]);
    passes(control, [declare("rds/cluster:Cluster", "x", { replicationSourceIdentifier: "arn" })]);
    notApplicable(control, [declare("dynamodb/table:Table", "x")]);
  });
});
