import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  judgeValue,
  mustBe,
  type Node,
  type Tier,
} from "../../core";
import { judgeEach } from "../judge-each";
import { judgeVaultPolicy, ofVault } from "./vault-policy";

const VAULT = "aws:backup/vault:Vault";
const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const PLAN = "aws:backup/plan:Plan";

/** Days that a backup is kept, at least: as long as it takes to notice that data was spoilt. */
const FEWEST_DAYS: Readonly<Record<Tier, number>> = { dev: 1, staging: 7, prod: 30 };

/** Days until nobody can lift a lock any more. AWS takes no fewer than 3. */
const MOST_DAYS_OF_GRACE = 30;

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html */
export const backupVaultTamperProof: GraphControl = {
  kind: "graph",
  name: "backup-vault-tamper-proof",
  description:
    "Backups are kept for weeks under a lock that ends in compliance mode in prod, and the vault's policy refuses to delete them, and to copy them where no plan does.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Ransom begins with the backups: whoever can delete them, or shorten their life, need only wait.",
  fix: {
    text: "Lock the vault, keep backups longer than the lock's least, and deny their deletion in the vault's policy.",
    code: `new backup.VaultLockConfiguration("data", {
  backupVaultName: vault.name, minRetentionDays: 35, changeableForDays: 7,
});
new backup.VaultPolicy("data", { backupVaultName: vault.name, policy: JSON.stringify({ Version: "2012-10-17", Statement: [
  { Effect: "Deny", Principal: "*", Resource: "*", Action: "backup:CopyFromBackupVault" },
  { Effect: "Deny", Principal: "*", Resource: "*",
    Action: ["backup:DeleteRecoveryPoint", "backup:DisassociateRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"] },
  { Effect: "Deny", Principal: "*", Resource: "*",
    Action: ["backup:DeleteBackupVault", "backup:DeleteBackupVaultAccessPolicy", "backup:PutBackupVaultAccessPolicy",
      "backup:DeleteBackupVaultLockConfiguration", "backup:PutBackupVaultLockConfiguration"],
    Condition: { ArnNotEquals: { "aws:PrincipalArn": deploymentRoleArn } } },
] }) });`,
  },
  frameworks: { nist: ["CP-9", "CP-9(8)", "SI-12"], gdpr: ["32"] },
  check: (graph, { tier }) =>
    judgeEach(graph.byType(VAULT, PLAN), (node) =>
      node.type === PLAN
        ? judgePlan(node, tier)
        : [...judgeLock(graph, node, tier), ...judgeVaultPolicy(graph, node)],
    ),
};

/** A vault without any lock is the business of `file-system-backups`. */
function judgeLock(graph: Graph, vault: Node, tier: Tier): readonly Finding[] {
  const locks = ofVault(graph, vault, LOCK);
  const least = FEWEST_DAYS[tier];
  const inTime = (days: unknown) => Number(days) >= 3 && Number(days) <= MOST_DAYS_OF_GRACE;
  return locks.flatMap((lock) => [
    ...mustBe(lock, "minRetentionDays", (days) => Number(days) >= least, `${least} or more`),
    ...(tier === "prod"
      ? mustBe(lock, "changeableForDays", inTime, `3 to ${MOST_DAYS_OF_GRACE}: compliance mode`)
      : []),
  ]);
}

/** A rule, or a copy, that says no days keeps its backups for good. */
function judgePlan(plan: Node, tier: Tier): readonly Finding[] {
  const rules = plan.properties.list("rules");
  if (rules.state === "unknown") return [deferred(plan, "rules")];
  const least = FEWEST_DAYS[tier];
  const elements = rules.state === "known" ? rules.value : [];
  return elements.flatMap((rule) => {
    const copies = rule.properties.list("copyActions");
    if (copies.state === "unknown") return [deferred(plan, `${rule.path}.copyActions`)];
    const kept = [rule, ...(copies.state === "known" ? copies.value : [])];
    return kept.flatMap(({ path, properties }) =>
      judgeValue(
        plan,
        `${path}.lifecycle.deleteAfter`,
        properties.get("lifecycle.deleteAfter"),
        (days) => Number(days) >= least,
        `${least} or more`,
        { unset: true },
      ),
    );
  });
}
