import type { Control } from "../contract/control";
import { accountDefaultsClosed } from "./account/account-defaults-closed";
import { iamPasswordPolicyStrong } from "./account/iam-password-policy-strong";
import { securityContactNamed } from "./account/security-contact-named";
import { auditBucketHardened } from "./audit/audit-bucket-hardened";
import { cloudtrailDataEventsMl } from "./audit/cloudtrail-data-events-ml";
import { cloudtrailOrgMultiregion } from "./audit/cloudtrail-org-multiregion";
import { cloudtrailTamperEvidence } from "./audit/cloudtrail-tamper-evidence";
import { configRecorderAll } from "./audit/config-recorder-all";
import { controlPlaneLogsOn } from "./audit/control-plane-logs-on";
import { guarddutyAllFeatures } from "./audit/guardduty-all-features";
import { s3AccessLogging } from "./audit/s3-access-logging";
import { securityhubAndAnalyzerOn } from "./audit/securityhub-and-analyzer-on";
import { backupVaultTamperProof } from "./backup/backup-vault-tamper-proof";
import { bedrockAgentcoreInVpc } from "./bedrock/bedrock-agentcore-in-vpc";
import { bedrockInferenceInBoundary } from "./bedrock/bedrock-inference-in-boundary";
import { bedrockLoggingAndGuardrails } from "./bedrock/bedrock-logging-and-guardrails";
import { bootScriptNoInternetFetch } from "./boot-scripts/boot-script-no-internet-fetch";
import { noSecretsInBootScripts } from "./boot-scripts/no-secrets-in-boot-scripts";
import { classifiedBucketRefusesOtherKeys } from "./classification/classified-bucket-refuses-other-keys";
import { classifiedDataNamesUsers } from "./classification/classified-data-names-users";
import { dataClassificationDrivesControls } from "./classification/data-classification-drives-controls";
import { ec2Imdsv2Required } from "./compute/ec2-imdsv2-required";
import { ec2NoPublicIp } from "./compute/ec2-no-public-ip";
import { ec2SerialConsoleOff } from "./compute/ec2-serial-console-off";
import { gpuInstanceNoPublicIp } from "./compute/gpu-instance-no-public-ip";
import { launchTemplateNoPublicIp } from "./compute/launch-template-no-public-ip";
import { subnetNoAutoPublicIp } from "./compute/subnet-no-auto-public-ip";
import { containerHostIsolated } from "./containers/container-host-isolated";
import { containerNoPublicIp } from "./containers/container-no-public-ip";
import { budgetWithAlerts } from "./cost/budget-with-alerts";
import { gpuCapacityGuardrails } from "./cost/gpu-capacity-guardrails";
import { tagsPropagateToChildren } from "./cost/tags-propagate-to-children";
import { dynamodbCmkEncryption } from "./data-encryption/dynamodb-cmk-encryption";
import { efsCmkEncryption } from "./data-encryption/efs-cmk-encryption";
import { eksSecretsEnvelopeEncryption } from "./data-encryption/eks-secrets-envelope-encryption";
import { fsxCmkEncryption } from "./data-encryption/fsx-cmk-encryption";
import { messagingCmkEncryption } from "./data-encryption/messaging-cmk-encryption";
import { messagingTlsOnly } from "./data-encryption/messaging-tls-only";
import { opensearchEncryption } from "./data-encryption/opensearch-encryption";
import { s3BucketBlockSseC } from "./data-encryption/s3-bucket-block-sse-c";
import { streamingCmkEncryption } from "./data-encryption/streaming-cmk-encryption";
import { efsMountTargetsPrivate } from "./data-exposure/efs-mount-targets-private";
import { eksEndpointPrivate } from "./data-exposure/eks-endpoint-private";
import { imageSnapshotNotPublic } from "./data-exposure/image-snapshot-not-public";
import { lambdaUrlAuthenticated } from "./data-exposure/lambda-url-authenticated";
import { opensearchInVpc } from "./data-exposure/opensearch-in-vpc";
import { emrPrivateEncrypted } from "./data-processing/emr-private-encrypted";
import { glueEncrypted } from "./data-processing/glue-encrypted";
import { dataStoreCmkEncryption } from "./databases/data-store-cmk-encryption";
import { databaseBackupsKept } from "./databases/database-backups-kept";
import { databaseNotPublic } from "./databases/database-not-public";
import { apiAuthorized } from "./edge/api-authorized";
import { cdnOriginPrivate } from "./edge/cdn-origin-private";
import { cdnTlsOnly } from "./edge/cdn-tls-only";
import { dnsExfilGuard } from "./egress-inspection/dns-exfil-guard";
import { nfwDefaultDeny } from "./egress-inspection/nfw-default-deny";
import { nfwDomainAllowlist } from "./egress-inspection/nfw-domain-allowlist";
import { prodEgressAllowlist } from "./egress/prod-egress-allowlist";
import { sgNoWorldEgress } from "./egress/sg-no-world-egress";
import { eksNodesPrivateNoSsh } from "./endpoints/eks-nodes-private-no-ssh";
import { lambdaInVpc } from "./endpoints/lambda-in-vpc";
import { vpcEndpointServiceRestricted } from "./endpoints/vpc-endpoint-service-restricted";
import { vpcRequiredEndpoints } from "./endpoints/vpc-required-endpoints";
import { iamBoundaryLimits } from "./identity/iam-boundary-limits";
import { iamConfusedDeputyGuard } from "./identity/iam-confused-deputy-guard";
import { iamNoAdminPolicy } from "./identity/iam-no-admin-policy";
import { iamNoBroadManagedPolicies } from "./identity/iam-no-broad-managed-policies";
import { iamNoLongLivedUsers } from "./identity/iam-no-long-lived-users";
import { iamNoNegatedAllow } from "./identity/iam-no-negated-allow";
import { iamNoWildcardAction } from "./identity/iam-no-wildcard-action";
import { iamNoWildcardResource } from "./identity/iam-no-wildcard-resource";
import { iamOidcTrustScoped } from "./identity/iam-oidc-trust-scoped";
import { iamPassroleScoped } from "./identity/iam-passrole-scoped";
import { iamPermissionsBoundaryRequired } from "./identity/iam-permissions-boundary-required";
import { iamSessionLengthLimited } from "./identity/iam-session-length-limited";
import { iamTrustPolicyScoped } from "./identity/iam-trust-policy-scoped";
import { resourcePolicyNoPublicPrincipal } from "./identity/resource-policy-no-public-principal";
import { roleFitsService } from "./identity/role-fits-service";
import { kmsDeletionSafe } from "./kms/kms-deletion-safe";
import { kmsKeyPolicyScoped } from "./kms/kms-key-policy-scoped";
import { kmsKeyRotation } from "./kms/kms-key-rotation";
import { logAndStateCmkEncryption } from "./logging/log-and-state-cmk-encryption";
import { logGroupKeyUsable } from "./logging/log-group-key-usable";
import { logRetentionMinimum } from "./logging/log-retention-minimum";
import { serviceLogGroupDeclared } from "./logging/service-log-group-declared";
import { lbInternalByDefault } from "./network/lb-internal-by-default";
import { lbTlsOnly } from "./network/lb-tls-only";
import { naclNoWorldAdminIngress } from "./network/nacl-no-world-admin-ingress";
import { sgNoWorldIngress } from "./network/sg-no-world-ingress";
import { sgRulesScopedAndDescribed } from "./network/sg-rules-scoped-and-described";
import { vpcDefaultSgClosed } from "./network/vpc-default-sg-closed";
import { vpcEndpointPolicyPerimeter } from "./network/vpc-endpoint-policy-perimeter";
import { vpcFlowLogsAll } from "./network/vpc-flow-logs-all";
import { scpBaselineAttached } from "./organization/scp-baseline-attached";
import { scpRegionDenyAttached } from "./organization/scp-region-deny-attached";
import { mlSubnetNoInternetRoute } from "./reachability/ml-subnet-no-internet-route";
import { prodNoNatBypass } from "./reachability/prod-no-nat-bypass";
import { sgNoMixedRuleManagement } from "./reachability/sg-no-mixed-rule-management";
import { vpcBlockPublicAccess } from "./reachability/vpc-block-public-access";
import { crossRegionNetworkRestricted } from "./residency-paths/cross-region-network-restricted";
import { foreignRegionArn } from "./residency-paths/foreign-region-arn";
import { kmsMultiRegionRestricted } from "./residency-paths/kms-multi-region-restricted";
import { replicationInBoundary } from "./residency-paths/replication-in-boundary";
import { accountAllowed } from "./residency/account-allowed";
import { regionAllowed } from "./residency/region-allowed";
import { deleteProtectionOn } from "./resilience/delete-protection-on";
import { dynamodbPitrAndProtection } from "./resilience/dynamodb-pitr-and-protection";
import { fileSystemBackups } from "./resilience/file-system-backups";
import { noForceDestroyInProd } from "./resilience/no-force-destroy-in-prod";
import { noSecurityIgnoreChanges } from "./resilience/no-security-ignore-changes";
import { statefulResourcesProtected } from "./resilience/stateful-resources-protected";
import { smCanvasEgressRestricted } from "./sagemaker-domain/sm-canvas-egress-restricted";
import { smDomainCmkAndSso } from "./sagemaker-domain/sm-domain-cmk-and-sso";
import { smDomainDockerRestricted } from "./sagemaker-domain/sm-domain-docker-restricted";
import { smDomainSharingRestricted } from "./sagemaker-domain/sm-domain-sharing-restricted";
import { smDomainVpcOnly } from "./sagemaker-domain/sm-domain-vpc-only";
import { smNoNotebookInstancesInProd } from "./sagemaker-domain/sm-no-notebook-instances-in-prod";
import { smStudioLifecycleAndMlflow } from "./sagemaker-domain/sm-studio-lifecycle-and-mlflow";
import { smEmbeddedJobSpecsHardened } from "./sagemaker-jobs/sm-embedded-job-specs-hardened";
import { smFlowDefinitionCmk } from "./sagemaker-jobs/sm-flow-definition-cmk";
import { smMonitoringIsolatedEncrypted } from "./sagemaker-jobs/sm-monitoring-isolated-encrypted";
import { smPipelineDefinitionHardened } from "./sagemaker-jobs/sm-pipeline-definition-hardened";
import { smPipelineDefinitionInspectable } from "./sagemaker-jobs/sm-pipeline-definition-inspectable";
import { smRoleJobGuardrails } from "./sagemaker-jobs/sm-role-job-guardrails";
import { smEndpointDataCapture } from "./sagemaker-serving/sm-endpoint-data-capture";
import { smEndpointMultiInstanceProd } from "./sagemaker-serving/sm-endpoint-multi-instance-prod";
import { smEndpointSafeRollout } from "./sagemaker-serving/sm-endpoint-safe-rollout";
import { smFeatureGroupEncrypted } from "./sagemaker-serving/sm-feature-group-encrypted";
import { smModelArtifactInPerimeter } from "./sagemaker-serving/sm-model-artifact-in-perimeter";
import { smModelFromRegistryInProd } from "./sagemaker-serving/sm-model-from-registry-in-prod";
import { smModelImageApproved } from "./sagemaker-serving/sm-model-image-approved";
import { smModelPackagePolicyScoped } from "./sagemaker-serving/sm-model-package-policy-scoped";
import { smTrainingEncryption } from "./sagemaker-training/sm-training-encryption";
import { smTrainingInVpc } from "./sagemaker-training/sm-training-in-vpc";
import { smTrainingNetworkIsolation } from "./sagemaker-training/sm-training-network-isolation";
import { smTrainingNoRemoteDebug } from "./sagemaker-training/sm-training-no-remote-debug";
import { smEndpointConfigCmk } from "./sagemaker/sm-endpoint-config-cmk";
import { smEndpointNoShellOrDumps } from "./sagemaker/sm-endpoint-no-shell-or-dumps";
import { smModelInVpc } from "./sagemaker/sm-model-in-vpc";
import { smModelNetworkIsolation } from "./sagemaker/sm-model-network-isolation";
import { smNotebookCmk } from "./sagemaker/sm-notebook-cmk";
import { smNotebookImdsv2AndPlatform } from "./sagemaker/sm-notebook-imdsv2-and-platform";
import { smNotebookInVpc } from "./sagemaker/sm-notebook-in-vpc";
import { smNotebookNoDirectInternet } from "./sagemaker/sm-notebook-no-direct-internet";
import { smNotebookNoRoot } from "./sagemaker/sm-notebook-no-root";
import { opensearchFineGrainedAccess } from "./secrets-stores/opensearch-fine-grained-access";
import { ssmParameterSecure } from "./secrets-stores/ssm-parameter-secure";
import { noPlaintextSecretsInConfig } from "./secrets/no-plaintext-secrets-in-config";
import { secretCmkAndPolicy } from "./secrets/secret-cmk-and-policy";
import { secretRotationOn } from "./secrets/secret-rotation-on";
import { ebsEncryptionByDefault } from "./storage/ebs-encryption-by-default";
import { ebsVolumeCmkEncryption } from "./storage/ebs-volume-cmk-encryption";
import { ec2BlockDeviceEncryption } from "./storage/ec2-block-device-encryption";
import { s3AclsDisabled } from "./storage/s3-acls-disabled";
import { s3BucketCmkEncryption } from "./storage/s3-bucket-cmk-encryption";
import { s3BucketLifecycle } from "./storage/s3-bucket-lifecycle";
import { s3BucketTlsOnly } from "./storage/s3-bucket-tls-only";
import { s3BucketVersioned } from "./storage/s3-bucket-versioned";
import { s3PublicAccessBlock } from "./storage/s3-public-access-block";
import { snapshotAmiCopyEncryption } from "./storage/snapshot-ami-copy-encryption";
import { approvedAmis } from "./supply-chain/approved-amis";
import { codebuildPrivate } from "./supply-chain/codebuild-private";
import { containerImagesApproved } from "./supply-chain/container-images-approved";
import { ecrImmutableAndScanned } from "./supply-chain/ecr-immutable-and-scanned";
import { ecrUpstreamsAllowListed } from "./supply-chain/ecr-upstreams-allow-listed";
import { gitSourcesAllowListed } from "./supply-chain/git-sources-allow-listed";
import { supportedRuntimes } from "./supply-chain/supported-runtimes";
import { requiredTags } from "./tagging/required-tags";
import { roleCostCenter } from "./tagging/role-cost-center";
import { tagValuesValid } from "./tagging/tag-values-valid";
import { teamTagOfComponent } from "./tagging/team-tag-of-component";
import { crossAccountRolesNamed } from "./trust/cross-account-roles-named";
import { dataCopyDestinationTrusted } from "./trust/data-copy-destination-trusted";
import { ec2SsmInsteadOfSsh } from "./trust/ec2-ssm-instead-of-ssh";
import { eksAccessLeastPrivilege } from "./trust/eks-access-least-privilege";
import { iamEnvTrustIsolation } from "./trust/iam-env-trust-isolation";
import { iamGrantsOwnTeam } from "./trust/iam-grants-own-team";
import { iamNoDataExfilGrant } from "./trust/iam-no-data-exfil-grant";
import { iamNoPrivilegeEscalation } from "./trust/iam-no-privilege-escalation";
import { iamRoleTeamIsolation } from "./trust/iam-role-team-isolation";
import { keyAndDataPermissionsAgree } from "./trust/key-and-data-permissions-agree";
import { kmsKeyTeamIsolation } from "./trust/kms-key-team-isolation";
import { orphanSubResources } from "./trust/orphan-sub-resources";
import { peeringTgwEnvIsolation } from "./trust/peering-tgw-env-isolation";
import { resourceShareTrusted } from "./trust/resource-share-trusted";
import { secretTeamIsolation } from "./trust/secret-team-isolation";
import { storeInOwnTeamKey } from "./trust/store-in-own-team-key";
import { workloadInOwnTeam } from "./trust/workload-in-own-team";
import { workloadRoleReachesData } from "./trust/workload-role-reaches-data";
import { resourcesCanBeJudged } from "./vehicles/resources-can-be-judged";

/** Every control of the pack, one import line each, sorted by name when it is read. */
const all: readonly Control[] = [
  accountAllowed,
  accountDefaultsClosed,
  apiAuthorized,
  approvedAmis,
  auditBucketHardened,
  backupVaultTamperProof,
  bedrockAgentcoreInVpc,
  bedrockInferenceInBoundary,
  bedrockLoggingAndGuardrails,
  bootScriptNoInternetFetch,
  budgetWithAlerts,
  cdnOriginPrivate,
  cdnTlsOnly,
  classifiedBucketRefusesOtherKeys,
  classifiedDataNamesUsers,
  cloudtrailDataEventsMl,
  cloudtrailOrgMultiregion,
  cloudtrailTamperEvidence,
  codebuildPrivate,
  configRecorderAll,
  containerHostIsolated,
  containerImagesApproved,
  containerNoPublicIp,
  controlPlaneLogsOn,
  crossAccountRolesNamed,
  crossRegionNetworkRestricted,
  dataClassificationDrivesControls,
  databaseBackupsKept,
  databaseNotPublic,
  dataCopyDestinationTrusted,
  dataStoreCmkEncryption,
  deleteProtectionOn,
  dnsExfilGuard,
  dynamodbCmkEncryption,
  dynamodbPitrAndProtection,
  ebsEncryptionByDefault,
  ebsVolumeCmkEncryption,
  ec2BlockDeviceEncryption,
  ec2Imdsv2Required,
  ec2NoPublicIp,
  ec2SerialConsoleOff,
  ec2SsmInsteadOfSsh,
  ecrImmutableAndScanned,
  ecrUpstreamsAllowListed,
  efsCmkEncryption,
  efsMountTargetsPrivate,
  eksAccessLeastPrivilege,
  eksEndpointPrivate,
  eksNodesPrivateNoSsh,
  eksSecretsEnvelopeEncryption,
  emrPrivateEncrypted,
  fileSystemBackups,
  foreignRegionArn,
  fsxCmkEncryption,
  gitSourcesAllowListed,
  glueEncrypted,
  gpuCapacityGuardrails,
  gpuInstanceNoPublicIp,
  guarddutyAllFeatures,
  iamBoundaryLimits,
  iamConfusedDeputyGuard,
  iamEnvTrustIsolation,
  iamGrantsOwnTeam,
  iamNoAdminPolicy,
  iamNoBroadManagedPolicies,
  iamNoDataExfilGrant,
  iamNoLongLivedUsers,
  iamNoNegatedAllow,
  iamNoPrivilegeEscalation,
  iamNoWildcardAction,
  iamNoWildcardResource,
  iamOidcTrustScoped,
  iamPassroleScoped,
  iamPasswordPolicyStrong,
  iamPermissionsBoundaryRequired,
  iamRoleTeamIsolation,
  iamSessionLengthLimited,
  iamTrustPolicyScoped,
  imageSnapshotNotPublic,
  keyAndDataPermissionsAgree,
  kmsDeletionSafe,
  kmsKeyPolicyScoped,
  kmsKeyRotation,
  kmsKeyTeamIsolation,
  kmsMultiRegionRestricted,
  lambdaInVpc,
  lambdaUrlAuthenticated,
  launchTemplateNoPublicIp,
  lbInternalByDefault,
  lbTlsOnly,
  logAndStateCmkEncryption,
  logGroupKeyUsable,
  logRetentionMinimum,
  messagingCmkEncryption,
  messagingTlsOnly,
  mlSubnetNoInternetRoute,
  naclNoWorldAdminIngress,
  nfwDefaultDeny,
  nfwDomainAllowlist,
  noForceDestroyInProd,
  noPlaintextSecretsInConfig,
  noSecretsInBootScripts,
  noSecurityIgnoreChanges,
  opensearchEncryption,
  opensearchFineGrainedAccess,
  opensearchInVpc,
  orphanSubResources,
  peeringTgwEnvIsolation,
  prodEgressAllowlist,
  prodNoNatBypass,
  regionAllowed,
  replicationInBoundary,
  requiredTags,
  resourcePolicyNoPublicPrincipal,
  resourcesCanBeJudged,
  resourceShareTrusted,
  roleCostCenter,
  roleFitsService,
  s3AccessLogging,
  s3AclsDisabled,
  s3BucketBlockSseC,
  s3BucketCmkEncryption,
  s3BucketLifecycle,
  s3BucketTlsOnly,
  s3BucketVersioned,
  s3PublicAccessBlock,
  scpBaselineAttached,
  scpRegionDenyAttached,
  secretCmkAndPolicy,
  secretRotationOn,
  secretTeamIsolation,
  serviceLogGroupDeclared,
  securityContactNamed,
  securityhubAndAnalyzerOn,
  sgNoMixedRuleManagement,
  sgNoWorldEgress,
  sgNoWorldIngress,
  sgRulesScopedAndDescribed,
  smCanvasEgressRestricted,
  smDomainCmkAndSso,
  smDomainDockerRestricted,
  smDomainSharingRestricted,
  smDomainVpcOnly,
  smEmbeddedJobSpecsHardened,
  smEndpointConfigCmk,
  smEndpointDataCapture,
  smEndpointMultiInstanceProd,
  smEndpointNoShellOrDumps,
  smEndpointSafeRollout,
  smFeatureGroupEncrypted,
  smFlowDefinitionCmk,
  smModelArtifactInPerimeter,
  smModelFromRegistryInProd,
  smModelImageApproved,
  smModelInVpc,
  smModelNetworkIsolation,
  smModelPackagePolicyScoped,
  smMonitoringIsolatedEncrypted,
  smNoNotebookInstancesInProd,
  smNotebookCmk,
  smNotebookImdsv2AndPlatform,
  smNotebookInVpc,
  smNotebookNoDirectInternet,
  smNotebookNoRoot,
  smPipelineDefinitionHardened,
  smPipelineDefinitionInspectable,
  smRoleJobGuardrails,
  smStudioLifecycleAndMlflow,
  smTrainingEncryption,
  smTrainingInVpc,
  smTrainingNetworkIsolation,
  smTrainingNoRemoteDebug,
  snapshotAmiCopyEncryption,
  ssmParameterSecure,
  statefulResourcesProtected,
  storeInOwnTeamKey,
  streamingCmkEncryption,
  subnetNoAutoPublicIp,
  supportedRuntimes,
  tagsPropagateToChildren,
  tagValuesValid,
  teamTagOfComponent,
  vpcBlockPublicAccess,
  vpcDefaultSgClosed,
  vpcEndpointPolicyPerimeter,
  vpcEndpointServiceRestricted,
  vpcFlowLogsAll,
  vpcRequiredEndpoints,
  workloadInOwnTeam,
  workloadRoleReachesData,
];

export const CONTROLS: readonly Control[] = [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
