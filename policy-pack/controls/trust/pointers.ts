/** What a sub-resource is of: the property that says so, the types that it may be, and how a name from outside looks. */
export interface Pointer {
  readonly property: string;
  readonly targets: readonly string[];
  /** The form that AWS gives to names of this kind. Absent where any word will do, and so none can be told from a typo. */
  readonly outside?: RegExp;
}

const ARN = /^arn:[^:]+:[^:]+:/;
const BUCKETS = [
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws:s3/directoryBucket:DirectoryBucket",
];
const bucketPart: Pointer = { property: "bucket", targets: BUCKETS };
const roleArea: Pointer = { property: "role", targets: ["aws:iam/role:Role"] };
const groupRule: Pointer = {
  property: "securityGroupId",
  targets: ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  outside: /^sg-[0-9a-f]{8,17}$/,
};
const ofTable: Pointer = {
  property: "routeTableId",
  targets: ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"],
  outside: /^rtb-[0-9a-f]{8,17}$/,
};
const secretPart = (property: string): Pointer => ({
  property,
  targets: ["aws:secretsmanager/secret:Secret"],
  outside: ARN,
});
const repositoryPart: Pointer = { property: "repository", targets: ["aws:ecr/repository:Repository"] };

const BUCKET_PARTS = [
  "AccelerateConfiguration",
  "Acl",
  "CorsConfiguration",
  "IntelligentTieringConfiguration",
  "LifecycleConfiguration",
  "Logging",
  "Metric",
  "Notification",
  "ObjectLockConfiguration",
  "OwnershipControls",
  "Policy",
  "PublicAccessBlock",
  "RequestPaymentConfiguration",
  "ReplicationConfig",
  "ServerSideEncryptionConfiguration",
  "Versioning",
  "WebsiteConfiguration",
];

/** Sub-resources, rules and policies, which are nothing without what they are of. */
export const POINTERS: Readonly<Record<string, Pointer>> = {
  ...Object.fromEntries(
    BUCKET_PARTS.flatMap((part) => [
      [`aws:s3/bucket${part}:Bucket${part}`, bucketPart],
      [`aws:s3/bucket${part}V2:Bucket${part}V2`, bucketPart],
    ]),
  ),
  "aws:cloudwatch/eventTarget:EventTarget": {
    property: "rule",
    targets: ["aws:cloudwatch/eventRule:EventRule"],
  },
  "aws:ec2/networkAclRule:NetworkAclRule": {
    property: "networkAclId",
    targets: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
    outside: /^acl-[0-9a-f]{8,17}$/,
  },
  "aws:ec2/route:Route": ofTable,
  "aws:ec2/routeTableAssociation:RouteTableAssociation": ofTable,
  "aws:ec2/securityGroupRule:SecurityGroupRule": groupRule,
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": {
    property: "vpcEndpointId",
    targets: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
    outside: /^vpce-[0-9a-f]{8,17}$/,
  },
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": repositoryPart,
  "aws:ecr/repositoryPolicy:RepositoryPolicy": repositoryPart,
  "aws:efs/fileSystemPolicy:FileSystemPolicy": {
    property: "fileSystemId",
    targets: ["aws:efs/fileSystem:FileSystem"],
    outside: /^fs-[0-9a-f]{8,17}$/,
  },
  "aws:iam/rolePolicy:RolePolicy": roleArea,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": roleArea,
  "aws:kms/alias:Alias": {
    property: "targetKeyId",
    targets: ["aws:kms/key:Key", "aws:kms/externalKey:ExternalKey", "aws:kms/replicaKey:ReplicaKey"],
    outside: /^(arn:[^:]+:kms:.*:key\/)?(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  },
  "aws:lambda/permission:Permission": {
    property: "function",
    targets: ["aws:lambda/function:Function", "aws:lambda/alias:Alias"],
    outside: ARN,
  },
  "aws:lb/listenerRule:ListenerRule": {
    property: "listenerArn",
    targets: ["aws:lb/listener:Listener", "aws:alb/listener:Listener"],
    outside: ARN,
  },
  "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": {
    property: "modelPackageGroupName",
    targets: ["aws:sagemaker/modelPackageGroup:ModelPackageGroup"],
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": secretPart("secretArn"),
  "aws:secretsmanager/secretRotation:SecretRotation": secretPart("secretId"),
  "aws:secretsmanager/secretVersion:SecretVersion": secretPart("secretId"),
  "aws:sns/topicPolicy:TopicPolicy": { property: "arn", targets: ["aws:sns/topic:Topic"], outside: ARN },
  "aws:sqs/queuePolicy:QueuePolicy": {
    property: "queueUrl",
    targets: ["aws:sqs/queue:Queue"],
    outside: /^https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/\d{12}\//,
  },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": groupRule,
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": groupRule,
};
