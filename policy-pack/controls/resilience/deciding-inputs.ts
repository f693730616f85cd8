/**
 * Types that are nothing but a setting of security: who may do what, what is recorded, where data may go. All their
 * inputs decide, save names and texts for people.
 */
const SETTINGS_OF_SECURITY: ReadonlySet<string> = new Set([
  "aws:accessanalyzer/analyzer:Analyzer",
  "aws:accessanalyzer/archiveRule:ArchiveRule",
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  "aws:cfg/deliveryChannel:DeliveryChannel",
  "aws:cfg/recorder:Recorder",
  "aws:cfg/recorderStatus:RecorderStatus",
  "aws:cloudtrail/eventDataStore:EventDataStore",
  "aws:cloudtrail/trail:Trail",
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
  "aws:ebs/defaultKmsKey:DefaultKmsKey",
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
  "aws:ec2/defaultRouteTable:DefaultRouteTable",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:ec2/flowLog:FlowLog",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  "aws:ec2/networkAclRule:NetworkAclRule",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
  "aws:guardduty/detector:Detector",
  "aws:guardduty/detectorFeature:DetectorFeature",
  "aws:guardduty/filter:Filter",
  "aws:guardduty/organizationConfiguration:OrganizationConfiguration",
  "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
  "aws:guardduty/publishingDestination:PublishingDestination",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:iam/samlProvider:SamlProvider",
  "aws:inspector2/enabler:Enabler",
  "aws:inspector2/filter:Filter",
  "aws:kms/alias:Alias",
  "aws:kms/grant:Grant",
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:lambda/functionUrl:FunctionUrl",
  "aws:lambda/permission:Permission",
  "aws:macie2/account:Account",
  "aws:networkfirewall/firewallPolicy:FirewallPolicy",
  "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
  "aws:networkfirewall/ruleGroup:RuleGroup",
  "aws:organizations/policy:Policy",
  "aws:organizations/policyAttachment:PolicyAttachment",
  "aws:organizations/resourcePolicy:ResourcePolicy",
  "aws:ram/principalAssociation:PrincipalAssociation",
  "aws:ram/resourceAssociation:ResourceAssociation",
  "aws:ram/resourceShare:ResourceShare",
  "aws:route53/resolverFirewallConfig:ResolverFirewallConfig",
  "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
  "aws:route53/resolverFirewallRule:ResolverFirewallRule",
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup",
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  "aws:s3/bucketAcl:BucketAcl",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLogging:BucketLogging",
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
  "aws:secretsmanager/secretRotation:SecretRotation",
  "aws:securityhub/account:Account",
  "aws:securityhub/organizationConfiguration:OrganizationConfiguration",
  "aws:securityhub/standardsControl:StandardsControl",
  "aws:securityhub/standardsSubscription:StandardsSubscription",
  "aws:ssoadmin/accountAssignment:AccountAssignment",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
]);

/** Of other types, the inputs that decide though their names do not say so. */
const DECIDING: Readonly<Record<string, readonly string[]>> = {
  "aws:backup/plan:Plan": ["rules"],
  "aws:backup/vaultPolicy:VaultPolicy": ["backupVaultName"],
  "aws:backup/selection:Selection": ["conditions", "notResources", "planId", "resources", "selectionTags"],
  "aws:batch/computeEnvironment:ComputeEnvironment": ["computeResources"],
  "aws:cloudwatch/eventTarget:EventTarget": ["arn"],
  "aws:dynamodb/table:Table": ["pointInTimeRecovery", "replicas"],
  // Not their subnets: a default list has what no other list has, and the provider says to ignore them.
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": ["defaultNetworkAclId"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["networkInterfaces"],
  "aws:ec2/networkAcl:NetworkAcl": ["vpcId"],
  "aws:ec2/routeTable:RouteTable": ["routes", "vpcId"],
  "aws:ec2/securityGroup:SecurityGroup": ["vpcId"],
  "aws:ec2/subnet:Subnet": ["assignIpv6AddressOnCreation", "vpcId"],
  "aws:ec2/vpc:Vpc": ["enableDnsHostnames", "enableDnsSupport"],
  "aws:ec2/vpcEndpoint:VpcEndpoint": [
    "privateDnsEnabled",
    "serviceName",
    "subnetIds",
    "vpcEndpointType",
    "vpcId",
  ],
  "aws:ec2/vpcEndpointService:VpcEndpointService": ["acceptanceRequired"],
  "aws:ec2transitgateway/transitGateway:TransitGateway": [
    "autoAcceptSharedAttachments",
    "defaultRouteTableAssociation",
    "defaultRouteTablePropagation",
  ],
  "aws:ecr/repository:Repository": ["imageScanningConfiguration", "imageTagMutability"],
  "aws:eks/cluster:Cluster": ["accessConfig", "enabledClusterLogTypes"],
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ["clientIdLists", "url"],
  "aws:iam/role:Role": ["maxSessionDuration"],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    "destination",
    "extendedS3Configuration",
    "httpEndpointConfiguration",
    "splunkConfiguration",
  ],
  "aws:lambda/function:Function": ["runtime"],
  "aws:lb/listener:Listener": ["defaultActions", "protocol"],
  "aws:lb/loadBalancer:LoadBalancer": ["accessLogs", "dropInvalidHeaderFields", "subnets"],
  "aws:opensearch/domain:Domain": [
    "advancedSecurityOptions",
    "domainEndpointOptions",
    "logPublishingOptions",
  ],
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": ["accountId"],
  "aws:organizations/organization:Organization": ["featureSet"],
  "aws:sagemaker/domain:Domain": [
    "authMode",
    "defaultSpaceSettings",
    "defaultUserSettings",
    "domainSettings",
    "subnetIds",
    "vpcId",
  ],
  "aws:sagemaker/endpoint:Endpoint": ["deploymentConfig", "endpointConfigName"],
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": [
    "asyncInferenceConfig",
    "dataCaptureConfig",
    "productionVariants",
    "shadowProductionVariants",
  ],
  "aws:sagemaker/featureGroup:FeatureGroup": ["offlineStoreConfig", "onlineStoreConfig"],
  "aws:sagemaker/model:Model": ["containers", "primaryContainer"],
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": ["monitoringScheduleConfig"],
  "aws:sagemaker/notebookInstance:NotebookInstance": [
    "additionalCodeRepositories",
    "defaultCodeRepository",
    "instanceMetadataServiceConfiguration",
    "lifecycleConfigName",
    "platformIdentifier",
    "subnetId",
  ],
  "aws:sagemaker/pipeline:Pipeline": ["pipelineDefinition", "pipelineDefinitionS3Location"],
  "aws:sagemaker/userProfile:UserProfile": ["userSettings"],
  "aws:secretsmanager/secret:Secret": ["recoveryWindowInDays", "replicas"],
  // Not its secretString: a rotation, or a person, gives the secret its next value.
  "aws:secretsmanager/secretVersion:SecretVersion": ["secretId"],
  "aws:sfn/stateMachine:StateMachine": ["definition"],
  "aws:sns/topicSubscription:TopicSubscription": ["endpoint", "protocol"],
  "aws:sqs/queue:Queue": ["sqsManagedSseEnabled"],
  "aws:ssoadmin/permissionSet:PermissionSet": ["sessionDuration"],
};

/**
 * Names and texts for people; and sizes, which scaling changes of itself. They decide nothing wherever they stand, so
 * that `productionVariants[0].initialInstanceCount` may be ignored where `productionVariants` may not.
 */
const HARMLESS: ReadonlySet<string> = new Set([
  "description",
  "desiredVcpus",
  "initialInstanceCount",
  "initialVariantWeight",
  "maxVcpus",
  "minVcpus",
  "name",
  "namePrefix",
  "variantName",
]);

/**
 * Whether a property of a type decides on security though its name does not say so.
 * @param steps The path to it, a step each: `rules`, `0`, `status`.
 */
export function decides(type: string, steps: readonly string[]): boolean {
  const [input = "", ...beneath] = steps;
  if (HARMLESS.has(beneath.at(-1) ?? input)) return false;
  return SETTINGS_OF_SECURITY.has(type) || (DECIDING[type]?.includes(input) ?? false);
}

/** The table by type; `all` stands for every input. For the test that holds it against the provider. */
export const DECIDING_INPUTS: ReadonlyMap<string, readonly string[] | "all"> = new Map<
  string,
  readonly string[] | "all"
>([...Object.entries(DECIDING), ...[...SETTINGS_OF_SECURITY].map((type) => [type, "all"] as const)]);
