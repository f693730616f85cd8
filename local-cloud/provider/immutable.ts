/** Inputs whose change replaces a resource of whatever type: where it is, and what it is called. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  ...[
    "name",
    "namePrefix",
    "region",
    "bucket",
    "bucketPrefix",
    "vpcId",
    "availabilityZone",
    "cidrBlock",
    "path",
  ],
  ...[
    "domainName",
    "domainId",
    "userProfileName",
    "featureGroupName",
    "modelPackageGroupName",
    "pipelineName",
  ],
  ...["logGroupName", "policyArn", "secretId", "securityGroupId", "vpcEndpointId"],
]);

/**
 * Further ones, by type; `all` but the tags. The AWS provider's own plans (`terraform plan` against a state
 * that differs) replace for the same: https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
const BY_TYPE: Readonly<Record<string, readonly string[] | "all">> = {
  "aws:backup/selection:Selection": "all",
  "aws:backup/vault:Vault": ["kmsKeyArn"],
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": "all",
  "aws:backup/vaultPolicy:VaultPolicy": ["backupVaultName"],
  "aws:budgets/budget:Budget": ["accountId"],
  "aws:cloudwatch/eventTarget:EventTarget": ["rule", "targetId", "eventBusName"],
  "aws:cloudwatch/logGroup:LogGroup": ["logGroupClass"],
  "aws:codeartifact/domain:Domain": ["domain", "encryptionKey"],
  "aws:dynamodb/table:Table": ["hashKey", "rangeKey"],
  "aws:ebs/snapshotCopy:SnapshotCopy": "all",
  "aws:ebs/volume:Volume": ["encrypted", "kmsKeyId", "snapshotId", "outpostArn"],
  "aws:ec2/flowLog:FlowLog": "all",
  "aws:ec2/instance:Instance": ["ami", "subnetId", "keyName", "associatePublicIpAddress", "placementGroup"],
  "aws:ec2/natGateway:NatGateway": ["subnetId", "allocationId", "connectivityType"],
  "aws:ec2/networkAclRule:NetworkAclRule": "all",
  "aws:ec2/route:Route": [
    "routeTableId",
    "destinationCidrBlock",
    "destinationIpv6CidrBlock",
    "destinationPrefixListId",
  ],
  "aws:ec2/routeTableAssociation:RouteTableAssociation": ["subnetId", "gatewayId"],
  "aws:ec2/securityGroup:SecurityGroup": ["description"],
  "aws:ec2/securityGroupRule:SecurityGroupRule": "all",
  "aws:ec2/vpcEndpoint:VpcEndpoint": ["serviceName", "vpcEndpointType"],
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": "all",
  "aws:ecr/repository:Repository": ["encryptionConfigurations"],
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ["url"],
  "aws:iam/policy:Policy": ["description"],
  "aws:iam/rolePolicy:RolePolicy": ["role"],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "all",
  "aws:kms/grant:Grant": "all",
  "aws:kms/key:Key": ["customerMasterKeySpec", "keyUsage", "multiRegion", "customKeyStoreId", "xksKeyId"],
  "aws:lambda/function:Function": ["packageType"],
  "aws:lambda/permission:Permission": "all",
  "aws:lb/listener:Listener": ["loadBalancerArn"],
  "aws:lb/loadBalancer:LoadBalancer": ["internal", "loadBalancerType"],
  "aws:lb/targetGroup:TargetGroup": ["port", "protocol", "targetType"],
  "aws:networkfirewall/ruleGroup:RuleGroup": ["type", "capacity"],
  "aws:organizations/organizationalUnit:OrganizationalUnit": ["parentId"],
  "aws:organizations/policy:Policy": ["type"],
  "aws:organizations/policyAttachment:PolicyAttachment": "all",
  "aws:s3/bucket:Bucket": ["objectLockEnabled"],
  "aws:sagemaker/domain:Domain": ["authMode", "kmsKeyId", "subnetIds"],
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": "all",
  "aws:sagemaker/featureGroup:FeatureGroup": [
    "featureDefinitions",
    "recordIdentifierFeatureName",
    "eventTimeFeatureName",
    "roleArn",
    "offlineStoreConfig",
  ],
  "aws:sagemaker/model:Model": "all",
  "aws:sagemaker/modelPackageGroup:ModelPackageGroup": ["modelPackageGroupDescription"],
  "aws:sagemaker/notebookInstance:NotebookInstance": [
    "subnetId",
    "securityGroups",
    "kmsKeyId",
    "directInternetAccess",
  ],
  "aws:secretsmanager/secretVersion:SecretVersion": ["secretString", "secretBinary"],
  "aws:sns/topic:Topic": ["fifoTopic"],
  "aws:sns/topicSubscription:TopicSubscription": ["topic", "protocol", "endpoint"],
  "aws:sqs/queue:Queue": ["fifoQueue"],
};

/** Types whose name can be changed in place. */
const RENAMABLE: ReadonlySet<string> = new Set([
  "aws:organizations/policy:Policy",
  "aws:organizations/organizationalUnit:OrganizationalUnit",
  "aws:iam/user:User",
  "aws:iam/group:Group",
]);

/** Whether a change of the input replaces the resource, as it would in AWS. */
export function isImmutable(type: string, property: string): boolean {
  if (type.startsWith("random:")) return true;
  if (property === "tags" || property === "tagsAll") return false;
  if (property === "name" && RENAMABLE.has(type)) return false;
  const listed = BY_TYPE[type];
  return listed === "all" || EVERYWHERE.has(property) || listed?.includes(property) === true;
}
