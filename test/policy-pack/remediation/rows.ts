import type { Tier } from "../../../policy-pack/contract/control";
import { type Declared, declare, ref } from "../support/resources";
import { training, tuning, tuningOne } from "../sagemaker-training/training-cases";

/** A resource with a mistake, what its remediation changes in it, and what is then left for a person to do. */
export interface Row {
  readonly remediation: string;
  /** The control that judges. Default: the first that the remediation speaks of. */
  readonly control?: string;
  readonly resource: Declared;
  /** What is set, as `path = value`. */
  readonly changes: readonly string[];
  /** The properties that the control still finds wrong. Default: none. */
  readonly left?: readonly string[];
  /** What stands around it. */
  readonly around?: readonly Declared[];
  /** @default "prod" */
  readonly tier?: Tier;
}

const key = declare("kms/key:Key", "key");
const subnet = declare("ec2/subnet:Subnet", "private", { mapPublicIpOnLaunch: false });
const bucket = declare("s3/bucket:Bucket", "data");

const row = (
  remediation: string,
  type: string,
  props: Declared["props"],
  changes: readonly string[],
  more: Omit<Row, "remediation" | "resource" | "changes"> = {},
): Row => ({ remediation, resource: declare(type, "it", props), changes, ...more });

const SSE = "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const KMS = { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref(key, "arn") };
const VARIANT = { variantName: "a", instanceType: "ml.m5.large", initialInstanceCount: 2 };
const NETWORK = { vpcConfig: { subnets: [ref(subnet)], securityGroupIds: ["sg-1"] } };
const CLUSTER = {
  clusterConfig: { instanceCount: 1, instanceType: "ml.m5.large", volumeKmsKeyId: ref(key, "arn") },
};

export const ROWS: readonly Row[] = [
  // Encryption.
  row("remediate-disk-encryption", "ebs/volume:Volume", { kmsKeyId: ref(key, "arn") }, ["encrypted = true"], {
    control: "ebs-volume-cmk-encryption",
    around: [key],
  }),
  row("remediate-disk-encryption", "ec2/instance:Instance", { ebsBlockDevices: [{ deviceName: "a" }] }, [
    "rootBlockDevice.encrypted = true",
    "ebsBlockDevices[0].encrypted = true",
  ]),
  row("remediate-disk-encryption", "ec2/launchConfiguration:LaunchConfiguration", {}, [
    "rootBlockDevice.encrypted = true",
  ]),
  row(
    "remediate-disk-encryption",
    "ec2/launchTemplate:LaunchTemplate",
    { blockDeviceMappings: [{ ebs: {} }] },
    ['blockDeviceMappings[0].ebs.encrypted = "true"'],
  ),
  row(
    "remediate-disk-encryption",
    "ec2/spotFleetRequest:SpotFleetRequest",
    {
      launchSpecifications: [
        { rootBlockDevices: [{ volumeSize: 8 }], ebsBlockDevices: [{ deviceName: "a" }] },
      ],
    },
    [
      "launchSpecifications[0].rootBlockDevices[0].encrypted = true",
      "launchSpecifications[0].ebsBlockDevices[0].encrypted = true",
    ],
  ),
  row(
    "remediate-image-encryption",
    "ebs/snapshotCopy:SnapshotCopy",
    { kmsKeyId: ref(key, "arn") },
    ["encrypted = true"],
    {
      around: [key],
    },
  ),
  row("remediate-image-encryption", "ec2/amiCopy:AmiCopy", {}, ["encrypted = true"], { left: ["kmsKeyId"] }),
  row(
    "remediate-image-encryption",
    "ec2/ami:Ami",
    { ebsBlockDevices: [{ deviceName: "a" }, { deviceName: "b", snapshotId: "snap-1" }] },
    ["ebsBlockDevices[0].encrypted = true"],
  ),
  row(
    "remediate-efs-encryption",
    "efs/fileSystem:FileSystem",
    { kmsKeyId: ref(key, "arn") },
    ["encrypted = true"],
    {
      around: [key],
      left: ["policy"],
    },
  ),
  row(
    "remediate-queue-encryption",
    "sqs/queue:Queue",
    // What the provider filled in, the program did not say.
    { sqsManagedSseEnabled: false, __defaults: ["sqsManagedSseEnabled"] },
    ["sqsManagedSseEnabled = true"],
    { tier: "dev" },
  ),
  row(
    "remediate-stream-encryption",
    "kinesis/stream:Stream",
    { kmsKeyId: ref(key, "arn") },
    ['encryptionType = "KMS"'],
    {
      around: [key],
    },
  ),
  row(
    "remediate-stream-encryption",
    "kinesis/stream:Stream",
    {},
    ['encryptionType = "KMS"', 'kmsKeyId = "alias/aws/kinesis"'],
    {
      left: ["kmsKeyId"],
    },
  ),
  row(
    "remediate-stream-encryption",
    "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    { destination: "http_endpoint", serverSideEncryption: { keyArn: ref(key, "arn") } },
    ["serverSideEncryption.enabled = true", 'serverSideEncryption.keyType = "CUSTOMER_MANAGED_CMK"'],
    { around: [key] },
  ),
  row(
    "remediate-opensearch-encryption",
    "opensearch/domain:Domain",
    { encryptAtRest: { kmsKeyId: ref(key, "arn") } },
    [
      "encryptAtRest.enabled = true",
      "nodeToNodeEncryption.enabled = true",
      "domainEndpointOptions.enforceHttps = true",
      'domainEndpointOptions.tlsSecurityPolicy = "Policy-Min-TLS-1-2-PFS-2023-10"',
    ],
    { around: [key] },
  ),
  row("remediate-s3-sse-c", SSE, { rules: [{ bucketKeyEnabled: true }] }, [
    'rules[0].blockedEncryptionTypes = ["SSE-C"]',
  ]),
  row(
    "remediate-s3-encryption",
    SSE,
    { bucket: ref(bucket), rules: [{ applyServerSideEncryptionByDefault: KMS }] },
    ["rules[0].bucketKeyEnabled = true"],
    { around: [bucket, key] },
  ),
  // Exposure.
  row(
    "remediate-s3-public-access-block",
    "s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    { bucket: ref(bucket), blockPublicAcls: true },
    ["blockPublicPolicy = true", "ignorePublicAcls = true", "restrictPublicBuckets = true"],
    { around: [bucket] },
  ),
  row("remediate-imdsv2", "ec2/instance:Instance", { metadataOptions: { httpPutResponseHopLimit: 1 } }, [
    'metadataOptions.httpTokens = "required"',
  ]),
  row(
    "remediate-instance-public-ip",
    "ec2/instance:Instance",
    { subnetId: "subnet-1", associatePublicIpAddress: true },
    ["associatePublicIpAddress = false"],
  ),
  row("remediate-instance-public-ip", "ec2/instance:Instance", { subnetId: "subnet-1" }, [
    "associatePublicIpAddress = false",
  ]),
  row(
    "remediate-instance-public-ip",
    "ec2/instance:Instance",
    { instanceType: "p5.48xlarge", subnetId: "subnet-1", associatePublicIpAddress: true },
    ["associatePublicIpAddress = false"],
    { control: "gpu-instance-no-public-ip" },
  ),
  row(
    "remediate-template-public-ip",
    "ec2/launchTemplate:LaunchTemplate",
    { networkInterfaces: [{ associatePublicIpAddress: "true" }, { associatePublicIpAddress: "false" }] },
    ['networkInterfaces[0].associatePublicIpAddress = "false"'],
  ),
  row(
    "remediate-template-public-ip",
    "ec2/launchConfiguration:LaunchConfiguration",
    { associatePublicIpAddress: true },
    ["associatePublicIpAddress = false"],
  ),
  row(
    "remediate-subnet-public-ip",
    "ec2/subnet:Subnet",
    { mapPublicIpOnLaunch: true, assignIpv6AddressOnCreation: true },
    ["mapPublicIpOnLaunch = false", "assignIpv6AddressOnCreation = false"],
  ),
  row("remediate-subnet-public-ip", "ec2/defaultSubnet:DefaultSubnet", {}, ["mapPublicIpOnLaunch = false"]),
  row("remediate-eks-endpoint", "eks/cluster:Cluster", { vpcConfig: { subnetIds: [ref(subnet)] } }, [
    "vpcConfig.endpointPrivateAccess = true",
    "vpcConfig.endpointPublicAccess = false",
  ]),
  row("remediate-lb-headers", "lb/loadBalancer:LoadBalancer", { internal: true }, [
    "dropInvalidHeaderFields = true",
  ]),
  row("remediate-function-url", "lambda/functionUrl:FunctionUrl", { authorizationType: "NONE" }, [
    'authorizationType = "AWS_IAM"',
  ]),
  row("remediate-function-url", "lambda/permission:Permission", { functionUrlAuthType: "NONE" }, [
    'functionUrlAuthType = "AWS_IAM"',
  ]),
  // Keys and secrets.
  row("remediate-key-rotation", "kms/key:Key", {}, ["enableKeyRotation = true"]),
  row(
    "remediate-key-deletion",
    "kms/key:Key",
    { deletionWindowInDays: 7, bypassPolicyLockoutSafetyCheck: true },
    ["deletionWindowInDays = 30", "bypassPolicyLockoutSafetyCheck = false"],
  ),
  row(
    "remediate-key-deletion",
    "kms/externalKey:ExternalKey",
    { deletionWindowInDays: 7 },
    ["deletionWindowInDays = 14"],
    {
      tier: "staging",
    },
  ),
  row("remediate-secret-policy", "secretsmanager/secretPolicy:SecretPolicy", {}, [
    "blockPublicPolicy = true",
  ]),
  // SageMaker.
  row("remediate-notebook-root", "sagemaker/notebookInstance:NotebookInstance", {}, [
    'rootAccess = "Disabled"',
  ]),
  row(
    "remediate-notebook-internet",
    "sagemaker/notebookInstance:NotebookInstance",
    { subnetId: ref(subnet) },
    ['directInternetAccess = "Disabled"'],
  ),
  row("remediate-notebook-imdsv2", "sagemaker/notebookInstance:NotebookInstance", {}, [
    'instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion = "2"',
  ]),
  row(
    "remediate-domain-vpc-only",
    "sagemaker/domain:Domain",
    { subnetIds: [ref(subnet)], defaultUserSettings: { securityGroups: ["sg-1"] } },
    ['appNetworkAccessType = "VpcOnly"'],
    { around: [subnet] },
  ),
  row("remediate-model-isolation", "sagemaker/model:Model", {}, ["enableNetworkIsolation = true"]),
  row(
    "remediate-endpoint-shell",
    "sagemaker/endpointConfiguration:EndpointConfiguration",
    { productionVariants: [{ ...VARIANT, enableSsmAccess: true }, VARIANT] },
    ["productionVariants[0].enableSsmAccess = false"],
  ),
  {
    remediation: "remediate-training-isolation",
    resource: training({ enableNetworkIsolation: undefined }),
    changes: ["enableNetworkIsolation = true"],
  },
  {
    remediation: "remediate-training-isolation",
    resource: tuning({}, { enableNetworkIsolation: undefined }),
    changes: ["trainingJobDefinitions[1].enableNetworkIsolation = true"],
  },
  {
    remediation: "remediate-training-traffic",
    resource: tuningOne({ enableInterContainerTrafficEncryption: undefined }),
    changes: ["trainingJobDefinition.enableInterContainerTrafficEncryption = true"],
  },
  {
    remediation: "remediate-training-debug",
    resource: training({ remoteDebugConfig: { enableRemoteDebug: true } }),
    changes: ["remoteDebugConfig.enableRemoteDebug = false"],
  },
  row(
    "remediate-monitoring-isolation",
    "sagemaker/dataQualityJobDefinition:DataQualityJobDefinition",
    {
      networkConfig: NETWORK,
      jobResources: CLUSTER,
      dataQualityJobOutputConfig: { kmsKeyId: ref(key, "arn") },
    },
    [
      "networkConfig.enableNetworkIsolation = true",
      "networkConfig.enableInterContainerTrafficEncryption = true",
    ],
    { around: [key, subnet] },
  ),
  // Logs.
  row("remediate-trail-validation", "cloudtrail/trail:Trail", {}, ["enableLogFileValidation = true"], {
    left: ["kmsKeyId", "cloudWatchLogsGroupArn", "cloudWatchLogsRoleArn"],
  }),
  row("remediate-eks-logs", "eks/cluster:Cluster", {}, [
    'enabledClusterLogTypes = ["api","audit","authenticator","controllerManager","scheduler"]',
  ]),
  row("remediate-log-retention", "cloudwatch/logGroup:LogGroup", {}, ["retentionInDays = 3653"]),
  // Deletion.
  row("remediate-force-destroy", "s3/bucket:Bucket", { forceDestroy: true }, ["forceDestroy = false"]),
  row("remediate-force-destroy", "ecr/repository:Repository", { forceDelete: true }, ["forceDelete = false"]),
  row(
    "remediate-force-destroy",
    "fsx/lustreFileSystem:LustreFileSystem",
    { deploymentType: "PERSISTENT_2" },
    ["skipFinalBackup = false"],
  ),
  row("remediate-force-destroy", "secretsmanager/secret:Secret", { recoveryWindowInDays: 0 }, [
    "recoveryWindowInDays = 30",
  ]),
  row("remediate-dynamodb-recovery", "dynamodb/table:Table", { replicas: [{ regionName: "eu-west-1" }] }, [
    "pointInTimeRecovery.enabled = true",
    "deletionProtectionEnabled = true",
    "replicas[0].pointInTimeRecovery = true",
    "replicas[0].deletionProtectionEnabled = true",
  ]),
  row("remediate-dynamodb-recovery", "dynamodb/tableReplica:TableReplica", {}, [
    "pointInTimeRecovery = true",
    "deletionProtectionEnabled = true",
  ]),
  row("remediate-deletion-protection", "eks/cluster:Cluster", {}, ["deletionProtection = true"]),
  row(
    "remediate-deletion-protection",
    "lb/loadBalancer:LoadBalancer",
    { subnets: ["subnet-1", "subnet-2"] },
    ["enableDeletionProtection = true"],
  ),
  row(
    "remediate-deletion-protection",
    "networkfirewall/firewall:Firewall",
    { subnetMappings: [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }] },
    ["deleteProtection = true", "subnetChangeProtection = true", "firewallPolicyChangeProtection = true"],
  ),
  row("remediate-deletion-protection", "cloudwatch/logGroup:LogGroup", {}, [
    "deletionProtectionEnabled = true",
  ]),
  row(
    "remediate-ecr",
    "ecr/repository:Repository",
    {},
    ['imageTagMutability = "IMMUTABLE"', "imageScanningConfiguration.scanOnPush = true"],
    { left: ["lifecyclePolicy"] },
  ),
  // Tags.
  row("remediate-tag-propagation", "batch/jobDefinition:JobDefinition", {}, ["propagateTags = true"]),
  row("remediate-tag-propagation", "ecs/service:Service", {}, ['propagateTags = "SERVICE"']),
  row(
    "remediate-tag-propagation",
    "autoscaling/group:Group",
    {
      launchTemplate: { id: "lt-1" },
      tags: [
        { key: "CostCenter", value: "CC-1234", propagateAtLaunch: false },
        { key: "Owner", value: "ml", propagateAtLaunch: true },
      ],
    },
    ["tags[0].propagateAtLaunch = true"],
  ),
  row("remediate-tag-propagation", "sagemaker/domain:Domain", {}, ['tagPropagation = "ENABLED"']),
  row("remediate-required-tags", "sqs/queue:Queue", { tags: { Owner: "ml" } }, [
    'tags.CostCenter = "CC-1234"',
  ]),
];
