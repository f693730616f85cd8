import { type Finding, mustBe, type ResourceControl, type Subject } from "../../core";

/** Security Hub asks for seven days: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11 */
const LEAST_DAYS = 7;

interface Retention {
  readonly property: string;
  /** Properties by which a database is another's copy, or a member of a cluster that keeps the backups. */
  readonly elsewhere?: readonly string[];
}

/** Where each kind says for how many days backups are kept. Unset, it is a day, or none. */
const RETENTIONS: Readonly<Record<string, Retention>> = {
  "aws:docdb/cluster:Cluster": { property: "backupRetentionPeriod" },
  "aws:docdb/elasticCluster:ElasticCluster": { property: "backupRetentionPeriod" },
  "aws:neptune/cluster:Cluster": {
    property: "backupRetentionPeriod",
    elsewhere: ["replicationSourceIdentifier"],
  },
  "aws:rds/cluster:Cluster": {
    property: "backupRetentionPeriod",
    elsewhere: ["replicationSourceIdentifier"],
  },
  "aws:rds/instance:Instance": { property: "backupRetentionPeriod", elsewhere: ["replicateSourceDb"] },
  "aws:redshift/cluster:Cluster": { property: "automatedSnapshotRetentionPeriod" },
};

export const databaseBackupsKept: ResourceControl = {
  kind: "resource",
  name: "database-backups-kept",
  description: `Databases keep their automatic backups for at least ${String(LEAST_DAYS)} days.`,
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A wrong migration on Friday is found on Monday, and the one backup of yesterday has it too.",
  fix: {
    text: "Set how many days backups are kept.",
    code: `new rds.Instance("features", { ..., backupRetentionPeriod: 14 });`,
  },
  frameworks: {
    nist: ["CP-9", "CP-10", "SI-12"],
    fsbp: ["RDS.11", "DocumentDB.2", "Neptune.5", "Redshift.3"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_133"],
  },
  types: Object.keys(RETENTIONS),
  check: (subject) => {
    const retention = RETENTIONS[subject.type];
    return retention === undefined ? "not-applicable" : judge(subject, retention);
  },
};

function judge(store: Subject, { property, elsewhere }: Retention): readonly Finding[] {
  if (elsewhere?.some((source) => store.properties.get(source).state !== "unset") === true) return [];
  const isEnough = (days: unknown) => Number(days) >= LEAST_DAYS;
  return mustBe(store, property, isEnough, `at least ${String(LEAST_DAYS)} days`);
}
