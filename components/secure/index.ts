/**
 * The building blocks of everything else. Each has one shape, the secure one: no argument opens it, and what a
 * tier may relax comes from its posture.
 */
export { AccessLogBucket, type AccessLogBucketArgs } from "./access-log-bucket";
export { BucketBackup, type BucketBackupArgs } from "./backup/bucket-backup";
export { backupRoleArn, backupRolePatterns, hasBackup, isBackedUp } from "./backup/coverage";
export { backupKeyUses } from "./backup/key-statements";
export { backupActions } from "./backup/permissions";
export { BackupVault, type BackupVaultArgs } from "./backup/vault";
export { SecureBucket, type SecureBucketArgs } from "./bucket";
export { bucketArn, encryptionStatements, perimeterStatements } from "./bucket/policy";
export type { Lifecycle } from "./bucket/lifecycle";
export { Key, keyAlias, type KeyArgs } from "./key";
export { keyPermissions } from "./key/permission";
export type { KeyAccess, KeyUse } from "./key/policy";
export { cloudTrailUse, logsUse, serviceUse } from "./key/service-use";
export { LogGroup, logGroupName, type LogGroupArgs } from "./log-group";
export { NAME_LIMITS, NameError, physicalName } from "./names";
export {
  CORE_SUBNETS,
  NETWORK_SLOTS,
  NetworkPlanError,
  coreSubnetCidr,
  teamSubnetCidr,
} from "./network-plan";
export {
  allow,
  deny,
  PolicyError,
  renderPolicy,
  type Conditions,
  type Principal,
  type Statement,
} from "./policy-document";
export { FAMILIES_WITH_LOCAL_STORAGE, hasLocalStorage } from "./instance-storage";
export { accountPrincipalArn, deploymentRoleArn, previewRoleArn, viaService } from "./principals";
export { contentsMayGo, retentionOf, type Retention } from "./retention";
export { Role, roleArn, type RoleArgs } from "./role";
export { trustBackup, trustCloudTrail, trustLambda, trustRoles, trustService, trustTeam } from "./role/trust";
export { arn, type Scope } from "./scope";
export { Secret, secretArnPattern, type SecretArgs } from "./secret";
export {
  RotationFunction,
  rotationLogGroupName,
  rotationRoleArn,
  type RotationFunctionArgs,
} from "./secret/rotation-function";
export { SecurityGroup, type Peer, type SecurityGroupArgs, type SecurityGroupRule } from "./security-group";
export { ownerTag, tagsOf } from "./tags";
