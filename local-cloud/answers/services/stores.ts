import type { ServiceFacts } from "../resource-facts";

/** Tables, catalogues, file systems and backups. */
export const STORES: ServiceFacts = {
  "aws:dynamodb/table:Table": {
    id: "{name}",
    arn: "arn:{partition}:dynamodb:{region}:{account}:table/{name}",
    outputs: { streamArn: "", streamLabel: "" },
    unique: "account",
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    id: "{account}:{name}",
    arn: "arn:{partition}:glue:{region}:{account}:database/{name}",
    outputs: { catalogId: "{account}" },
    unique: "account",
  },
  "aws:glue/catalogTable:CatalogTable": {
    id: "{account}:{databaseName}:{name}",
    arn: "arn:{partition}:glue:{region}:{account}:table/{databaseName}/{name}",
    outputs: { catalogId: "{account}" },
  },
  "aws:athena/workgroup:Workgroup": {
    id: "{name}",
    arn: "arn:{partition}:athena:{region}:{account}:workgroup/{name}",
    unique: "account",
  },
  "aws:efs/fileSystem:FileSystem": {
    id: "fs-{hex:17}",
    arn: "arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}",
    outputs: { dnsName: "{id}.efs.{region}.amazonaws.com" },
  },
  "aws:backup/vault:Vault": {
    id: "{name}",
    arn: "arn:{partition}:backup:{region}:{account}:backup-vault:{name}",
    outputs: { recoveryPoints: 0 },
    unique: "account",
  },
  "aws:backup/plan:Plan": {
    id: "{uuid}",
    arn: "arn:{partition}:backup:{region}:{account}:backup-plan:{uuid}",
    outputs: { version: "{lower:48}" },
  },
  "aws:backup/selection:Selection": { id: "{uuid}" },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    id: "{backupVaultName}",
    outputs: {
      backupVaultArn: "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}",
    },
  },
  "aws:backup/vaultPolicy:VaultPolicy": {
    id: "{backupVaultName}",
    outputs: {
      backupVaultArn: "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}",
    },
  },
};
