/**
 * Programs with mistakes that people really make, one for each control of the first policy pack, and the same programs
 * mended. Each says which control blocks it, in which tier, and what else fires.
 */
import { example as accountAllowed } from "./account-allowed";
import { example as ebsEncryptionByDefault } from "./ebs-encryption-by-default";
import { example as ebsVolumeCmkEncryption } from "./ebs-volume-cmk-encryption";
import { example as ec2BlockDeviceEncryption } from "./ec2-block-device-encryption";
import { example as ec2Imdsv2Required } from "./ec2-imdsv2-required";
import { example as gpuFleetNoPublicIp } from "./gpu-fleet-no-public-ip";
import { example as gpuInstanceNoPublicIp } from "./gpu-instance-no-public-ip";
import { example as iamNoAdminPolicy } from "./iam-no-admin-policy";
import { example as iamNoWildcardAction } from "./iam-no-wildcard-action";
import { example as iamNoWildcardResource } from "./iam-no-wildcard-resource";
import { example as iamTrustPolicyScoped } from "./iam-trust-policy-scoped";
import { example as kmsKeyRotation } from "./kms-key-rotation";
import { example as lbInternalByDefault } from "./lb-internal-by-default";
import { example as lbTlsOnly } from "./lb-tls-only";
import { example as logAndStateCmkEncryption } from "./log-and-state-cmk-encryption";
import { example as logRetentionMinimum } from "./log-retention-minimum";
import { example as noPlaintextSecretsInConfig } from "./no-plaintext-secrets-in-config";
import { example as prodEgressAllowlist } from "./prod-egress-allowlist";
import { example as regionAllowed } from "./region-allowed";
import { example as requiredTags } from "./required-tags";
import { example as resourcePolicyNoPublicPrincipal } from "./resource-policy-no-public-principal";
import { example as roleCostCenter } from "./role-cost-center";
import { example as s3BucketCmkEncryption } from "./s3-bucket-cmk-encryption";
import { example as s3BucketTlsOnly } from "./s3-bucket-tls-only";
import { example as s3BucketVersioned } from "./s3-bucket-versioned";
import { example as s3PublicAccessBlock } from "./s3-public-access-block";
import { example as secretRotationOn } from "./secret-rotation-on";
import { example as sgNoWorldEgress } from "./sg-no-world-egress";
import { example as sgNoWorldIngress } from "./sg-no-world-ingress";
import { example as smEndpointConfigCmk } from "./sm-endpoint-config-cmk";
import { example as smModelInVpc } from "./sm-model-in-vpc";
import { example as smModelNetworkIsolation } from "./sm-model-network-isolation";
import { example as smNotebookCmk } from "./sm-notebook-cmk";
import { example as smNotebookInVpc } from "./sm-notebook-in-vpc";
import { example as smNotebookNoDirectInternet } from "./sm-notebook-no-direct-internet";
import { example as smNotebookNoRoot } from "./sm-notebook-no-root";
import { example as snapshotAmiCopyEncryption } from "./snapshot-ami-copy-encryption";
import type { Example } from "./example";

export type { AlsoFires, Example } from "./example";

/** Every example, sorted by name. */
export const EXAMPLES: readonly Example[] = [
  accountAllowed,
  ebsEncryptionByDefault,
  ebsVolumeCmkEncryption,
  ec2BlockDeviceEncryption,
  ec2Imdsv2Required,
  gpuFleetNoPublicIp,
  gpuInstanceNoPublicIp,
  iamNoAdminPolicy,
  iamNoWildcardAction,
  iamNoWildcardResource,
  iamTrustPolicyScoped,
  kmsKeyRotation,
  lbInternalByDefault,
  lbTlsOnly,
  logAndStateCmkEncryption,
  logRetentionMinimum,
  noPlaintextSecretsInConfig,
  prodEgressAllowlist,
  regionAllowed,
  requiredTags,
  resourcePolicyNoPublicPrincipal,
  roleCostCenter,
  s3BucketCmkEncryption,
  s3BucketTlsOnly,
  s3BucketVersioned,
  s3PublicAccessBlock,
  secretRotationOn,
  sgNoWorldEgress,
  sgNoWorldIngress,
  smEndpointConfigCmk,
  smModelInVpc,
  smModelNetworkIsolation,
  smNotebookCmk,
  smNotebookInVpc,
  smNotebookNoDirectInternet,
  smNotebookNoRoot,
  snapshotAmiCopyEncryption,
];
