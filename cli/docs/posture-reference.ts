import { POSTURES, TIERS, type Posture } from "../../config";

/** The rows of the posture in words: what each is, and how its value reads. */
const ROWS: readonly (readonly [string, (posture: Posture) => string])[] = [
  ["data that a team may hold", (p) => p.dataClassifications.join(", ")],
  ["availability zones", (p) => String(p.zones)],
  ["notebooks", (p) => p.notebooks],
  ["audit logs kept", (p) => `${p.audit.retentionDays} days`],
  ["audit logs locked", (p) => p.audit.objectLock.toLowerCase()],
  ["log groups kept", (p) => `${p.logRetentionDays} days`],
  ["a key's deletion window", (p) => `${p.keyDeletionDays} days`],
  ["a deleted secret can be brought back", (p) => `${p.secretRecoveryDays} days`],
  ["team data that is backed up", (p) => p.backup.dataClassifications.join(", ") || "none"],
  [
    "backups go back",
    (p) => (p.backup.retentionDays === 0 ? "not at all" : `${p.backup.retentionDays} days`),
  ],
  [
    "the vault of backups is locked",
    (p) => (p.backup.retentionDays === 0 ? "no vault" : p.backup.vaultLock.toLowerCase()),
  ],
  ["deletion of stores", (p) => p.deletion],
  [
    "security groups may send to",
    (p) => (p.securityGroupEgress === "vpc" ? "port 443 inside the VPC" : "endpoints and named peers"),
  ],
  ["instances behind an endpoint, at least", (p) => String(p.endpointInstances)],
  [
    "what a team may serve",
    (p) =>
      p.servedModels === "registered"
        ? "versions of its model registry"
        : "an image and an artifact, or such a version",
  ],
];

/** The posture of every tier as a Markdown page, generated from the table that the components read. */
export function postureReference(): string {
  const columns = TIERS.map((tier) => POSTURES[tier]);
  const rows = ROWS.map(([what, read]) => `| ${[what, ...columns.map(read)].join(" | ")} |`);
  return `# Posture: what differs between the tiers

Generated from \`config/posture.ts\` by \`npm run docs\`. The tiers differ in nothing else. A tier that is not known is
treated as prod.

| | ${TIERS.join(" | ")} |
|---|---|---|---|
${rows.join("\n")}
`;
}
