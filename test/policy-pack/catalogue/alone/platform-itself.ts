import { generated, type Row } from "./row";

/** Mutants of the platform's own resources, as the generator makes them. */
export const PLATFORM_ITSELF: readonly Row[] = [
  generated("account-allowed", "aws:kms/key:Key | (provider) | without allowed accounts", "prod-backups-key"),
  generated(
    "account-defaults-closed",
    "aws:ebs/defaultKmsKey:DefaultKmsKey | (resource) | removed",
    "prod-baseline-volume-key",
  ),
  generated(
    "audit-bucket-hardened",
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration | rule | removed",
    "log-archive-prod-object-lock",
    "org",
  ),
  generated(
    "cloudtrail-org-multiregion",
    "aws:cloudtrail/trail:Trail | isMultiRegionTrail | removed",
    "prod-audit-data-events",
  ),
  generated(
    "cloudtrail-tamper-evidence",
    "aws:cloudtrail/trail:Trail | kmsKeyId | removed",
    "prod-audit-data-events",
  ),
  generated(
    "config-recorder-all",
    "aws:cfg/recorder:Recorder | recordingGroup | removed",
    "prod-credit-detection-configuration",
  ),
  generated(
    "delete-protection-on",
    "aws:cloudwatch/logGroup:LogGroup | deletionProtectionEnabled | removed",
    "prod-audit-trail-events",
  ),
  generated(
    "dns-exfil-guard",
    "aws:route53/resolverFirewallRule:ResolverFirewallRule | action | set to ALLOW",
    "prod-credit-dns-firewall-others",
  ),
  generated(
    "ebs-encryption-by-default",
    "aws:ebs/encryptionByDefault:EncryptionByDefault | enabled | flipped",
    "prod-baseline-volumes",
  ),
  generated(
    "ec2-imdsv2-required",
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults | httpTokens | removed",
    "prod-baseline-instance-metadata",
  ),
  generated(
    "ec2-serial-console-off",
    "aws:ec2/serialConsoleAccess:SerialConsoleAccess | enabled | removed",
    "prod-baseline-serial-console",
  ),
  generated(
    "guardduty-all-features",
    "aws:guardduty/detector:Detector | findingPublishingFrequency | removed",
    "prod-credit-detection-threats",
  ),
  generated(
    "iam-confused-deputy-guard",
    "aws:kms/key:Key | policy › AllowFlowLogs.Condition | all removed",
    "log-archive-dev-key",
    "org",
  ),
  generated(
    "iam-no-negated-allow",
    "aws:kms/key:Key | policy › AllowVault.Action | negated",
    "prod-backups-key",
  ),
  generated(
    "iam-no-wildcard-action",
    "aws:iam/role:Role | assumeRolePolicy › TrustTeam.Action | widened to *",
    "checkout-inference-client",
  ),
  generated(
    "iam-no-wildcard-resource",
    "aws:iam/rolePolicy:RolePolicy | policy › DenyNetworkToCode | removed",
    "fraud-secrets-rotation-role-network",
  ),
  generated(
    "iam-password-policy-strong",
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy | requireSymbols | removed",
    "prod-baseline-passwords",
  ),
  generated(
    "iam-role-team-isolation",
    "aws:iam/role:Role | assumeRolePolicy › TrustTeam.Condition | all removed",
    "checkout-inference-client",
  ),
  generated(
    "iam-trust-policy-scoped",
    "aws:iam/role:Role | assumeRolePolicy › TrustTeam.Principal | widened to *",
    "checkout-inference-client",
  ),
  generated(
    "image-snapshot-not-public",
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess | state | set to unblocked",
    "prod-baseline-images",
  ),
  generated("kms-deletion-safe", "aws:kms/key:Key | deletionWindowInDays | decreased", "prod-backups-key"),
  generated("kms-key-policy-scoped", "aws:kms/key:Key | policy | removed", "prod-backups-key"),
  generated("kms-key-rotation", "aws:kms/key:Key | enableKeyRotation | removed", "prod-backups-key"),
  generated("kms-multi-region-restricted", "aws:kms/key:Key | multiRegion | turned on", "prod-backups-key"),
  generated("lambda-in-vpc", "aws:lambda/function:Function | vpcConfig | removed", "fraud-secrets-rotation"),
  generated("log-and-state-cmk-encryption", "aws:backup/vault:Vault | kmsKeyArn | removed", "prod-backups"),
  generated(
    "log-retention-minimum",
    "aws:cloudwatch/logGroup:LogGroup | retentionInDays | removed",
    "prod-audit-trail-events",
  ),
  generated(
    "service-log-group-declared",
    "aws:cloudwatch/logGroup:LogGroup | (resource) | removed",
    "prod-sagemaker-logs-training",
  ),
  generated("no-force-destroy-in-prod", "aws:s3/bucket:Bucket | forceDestroy | flipped", "checkout-data"),
  generated("required-tags", "aws:kms/key:Key | tags | removed", "prod-backups-key"),
  generated(
    "resource-policy-no-public-principal",
    "aws:kms/key:Key | policy › AllowRecoveryByRootUser.Principal | widened to *",
    "prod-backups-key",
  ),
  generated(
    "role-fits-service",
    "aws:cloudtrail/trail:Trail | cloudWatchLogsRoleArn | re-pointed to another team",
    "prod-audit-data-events",
  ),
  generated(
    "s3-access-logging",
    "aws:s3/bucketLogging:BucketLogging | (resource) | removed",
    "checkout-data-logging",
  ),
  generated(
    "s3-acls-disabled",
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls | rule.objectOwnership | set to ObjectWriter",
    "prod-access-logs-ownership",
  ),
  generated(
    "s3-bucket-block-sse-c",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration | rules | emptied",
    "prod-access-logs-encryption",
  ),
  generated(
    "s3-bucket-cmk-encryption",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration | rules[].bucketKeyEnabled | removed",
    "checkout-data-encryption",
  ),
  generated(
    "s3-bucket-lifecycle",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration | rules | emptied",
    "prod-access-logs-lifecycle",
  ),
  generated(
    "s3-bucket-tls-only",
    "aws:s3/bucketPolicy:BucketPolicy | policy › DenyOldTls | removed",
    "prod-access-logs-policy",
  ),
  generated(
    "s3-public-access-block",
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock | blockPublicAcls | removed",
    "prod-access-logs-public-access",
  ),
  generated(
    "scp-baseline-attached",
    "aws:organizations/policy:Policy | content › DenyRootUser | removed",
    "guardrail-foundation",
    "org",
  ),
  generated(
    "scp-region-deny-attached",
    "aws:organizations/policy:Policy | content › DenyOtherRegions | removed",
    "guardrail-regions",
    "org",
  ),
  generated(
    "secret-cmk-and-policy",
    "aws:secretsmanager/secretPolicy:SecretPolicy | blockPublicPolicy | removed",
    "fraud-secrets-labelling-api-policy",
  ),
  generated(
    "secret-rotation-on",
    "aws:secretsmanager/secretRotation:SecretRotation | rotationRules | removed",
    "fraud-secrets-labelling-api-rotation",
  ),
  generated(
    "secret-team-isolation",
    "aws:secretsmanager/secretPolicy:SecretPolicy | policy › Role | re-pointed to another team",
    "fraud-secrets-labelling-api-policy",
  ),
  generated(
    "security-contact-named",
    "aws:account/alternativeContact:AlternativeContact | alternateContactType | set to BILLING",
    "security-contact-logArchive",
    "org",
  ),
  generated(
    "securityhub-and-analyzer-on",
    "aws:inspector2/enabler:Enabler | accountIds | emptied",
    "prod-credit-detection-vulnerabilities",
  ),
  generated(
    "sg-no-world-ingress",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule | (peer) | widened to ::/0",
    "prod-credit-endpoint-interface-from-vpc",
  ),
  generated(
    "sg-rules-scoped-and-described",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule | toPort | removed",
    "prod-credit-endpoint-interface-from-vpc",
  ),
  generated(
    "sm-endpoint-data-capture",
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration | dataCaptureConfig | removed",
    "checkout-serving-payment-routing-config",
  ),
  generated(
    "sm-endpoint-safe-rollout",
    "aws:sagemaker/endpoint:Endpoint | deploymentConfig | removed",
    "checkout-serving-payment-routing-endpoint",
  ),
  generated(
    "sm-feature-group-encrypted",
    "aws:sagemaker/featureGroup:FeatureGroup | offlineStoreConfig.disableGlueTableCreation | turned on",
    "fraud-features-transactions",
  ),
  generated(
    "stateful-resources-protected",
    "aws:kms/key:Key | (options).protect | flipped",
    "prod-backups-key",
  ),
  generated(
    "store-in-own-team-key",
    "aws:kms/alias:Alias | targetKeyId | re-pointed to another team",
    "prod-backups-key-alias",
  ),
  generated(
    "subnet-no-auto-public-ip",
    "aws:ec2/subnet:Subnet | mapPublicIpOnLaunch | flipped",
    "prod-credit-endpoint-a",
  ),
  generated(
    "vpc-block-public-access",
    "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions | internetGatewayBlockMode | set to off",
    "prod-baseline-internet",
  ),
  generated(
    "vpc-default-sg-closed",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup | vpcId | removed",
    "prod-credit-default",
  ),
  generated(
    "vpc-endpoint-policy-perimeter",
    "aws:ec2/vpcEndpoint:VpcEndpoint | policy | removed",
    "prod-credit-endpoint-ecr.api",
  ),
  generated("vpc-flow-logs-all", "aws:ec2/flowLog:FlowLog | vpcId | removed", "prod-audit-flow-logs"),
  generated(
    "vpc-required-endpoints",
    "aws:ec2/vpcEndpoint:VpcEndpoint | subnetIds | emptied",
    "prod-credit-endpoint-ecr.api",
  ),
  generated(
    "workload-in-own-team",
    "aws:sagemaker/endpoint:Endpoint | endpointConfigName | re-pointed to another team",
    "checkout-serving-payment-routing-endpoint",
  ),
  generated(
    "backup-vault-tamper-proof",
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration | changeableForDays | removed",
    "prod-backups-lock",
  ),
  generated(
    "iam-boundary-limits",
    "aws:iam/policy:Policy | policy › AllowWorkloads.Action | widened to *",
    "prod-boundary",
  ),
  generated(
    "iam-grants-own-team",
    "aws:iam/rolePolicy:RolePolicy | policy › Bucket | re-pointed to another team",
    "checkout-backup-restore-role-buckets",
  ),
  generated(
    "workload-role-reaches-data",
    "aws:sagemaker/featureGroup:FeatureGroup | offlineStoreConfig.s3StorageConfig.s3Uri › Bucket | re-pointed to another of its owner",
    "fraud-features-transactions",
  ),
  generated(
    "key-and-data-permissions-agree",
    "aws:sagemaker/featureGroup:FeatureGroup | offlineStoreConfig.s3StorageConfig.kmsKeyId | re-pointed to another of its owner",
    "fraud-features-transactions",
  ),
  generated(
    "classified-bucket-refuses-other-keys",
    "aws:s3/bucketPolicy:BucketPolicy | policy › DenyOtherEncryption | removed",
    "checkout-data-policy",
  ),
  generated(
    "classified-data-names-users",
    "aws:s3/bucketPolicy:BucketPolicy | policy › DenyReadsByOthers | removed",
    "checkout-data-policy",
  ),
  generated(
    "cross-account-roles-named",
    "aws:s3/bucketPolicy:BucketPolicy | policy › AllowRolesToFindState.Condition.ArnEquals.aws:PrincipalArn | removed",
    "state-backend-policy",
    "org",
  ),
  generated(
    "log-group-key-usable",
    "aws:kms/key:Key | policy › LogGroup | re-pointed to another of its owner",
    "fraud-secrets-key",
  ),
  generated(
    "data-classification-drives-controls",
    "aws:backup/selection:Selection | resources[] | removed",
    "checkout-backup-selection",
  ),
];
