import type { Path } from "./mutant";

/**
 * Which properties are broken: all, but for those listed here. The lists follow from what a property is for, not from
 * what any control reads. What is not listed counts as relevant to security, so that a new property is broken too.
 */
const IRRELEVANT: Readonly<Record<string, readonly string[]>> = {
  "A name, or a text for people: it protects nothing, and another name is another resource.": [
    "name",
    "description",
    "sid",
    "variantName",
    "policyName",
    "modelPackageGroupName",
    "modelPackageGroupDescription",
    "alarmDescription",
    "featureGroupName",
    "featureName",
    "eventTimeFeatureName",
    "recordIdentifierFeatureName",
    "tags.Name",
    "aws:s3/bucket:Bucket bucket",
    "aws:ec2/networkAclRule:NetworkAclRule ruleNumber",
    "targetPrefix",
    "id",
  ],
  "What a workload does, how large or how fast it is: its owner's choice.": [
    "instanceType",
    "volumeSize",
    "initialInstanceCount",
    "featureType",
    "handler",
    "timeout",
    "architectures",
    "code",
    "availabilityZone",
    "versionStages",
    "initialSamplingPercentage",
  ],
  "The form in which records are written, not whether.": [
    "destinationOptions",
    "targetObjectKeyFormat",
    "maxAggregationInterval",
    "logFormat",
  ],
  "Money: a budget tells, and protects no data.": ["aws:budgets/budget:Budget"],
};

/** Types whose resources take function away when they go, and no protection: nothing is open that was closed. */
const FUNCTION_ONLY: Readonly<Record<string, string>> = {
  "aws:backup/plan:Plan": "A selection that names it would not deploy.",
  "aws:backup/vault:Vault": "A plan, a policy or a lock that names it would not deploy.",
  "aws:budgets/budget:Budget": "It tells of costs.",
  "aws:ec2/routeTable:RouteTable": "A route is a way; fewer ways reach less.",
  "aws:ec2/routeTableAssociation:RouteTableAssociation":
    "The main route table, which has no routes, applies.",
  "aws:ec2/securityGroup:SecurityGroup": "What uses it would not deploy.",
  "aws:ec2/subnet:Subnet": "What uses it would not deploy.",
  "aws:ec2/vpc:Vpc": "What uses it would not deploy.",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "There is no other way to the service than the endpoint.",
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": "As for the endpoint.",
  "aws:ec2/networkAclRule:NetworkAclRule": "They allow, and what none allows is denied.",
  "aws:iam/policy:Policy": "Roles that name it as their boundary would not deploy.",
  "aws:iam/role:Role": "A role gives permissions.",
  "aws:iam/rolePolicy:RolePolicy": "A policy of a role gives permissions.",
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": "What uses it would not deploy.",
  "aws:kms/alias:Alias": "Another name of a key.",
  "aws:kms/key:Key": "What uses it would not deploy.",
  "aws:lambda/function:Function": "What uses it would not deploy.",
  "aws:lambda/permission:Permission": "It allows a call.",
  "aws:organizations/awsServiceAccess:AwsServiceAccess": "It trusts a service of AWS.",
  "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList":
    "A rule that names it would not deploy.",
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup":
    "An association with a VPC that names it would not deploy.",
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig":
    "An association with a VPC that names it would not deploy.",
  "aws:s3/bucket:Bucket": "There is nothing left to protect.",
  "aws:sagemaker/endpoint:Endpoint": "There is nothing left to protect.",
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": "There is nothing left to protect.",
  "aws:sagemaker/featureGroup:FeatureGroup": "There is nothing left to protect.",
  "aws:sagemaker/model:Model": "There is nothing left to protect.",
  "aws:sagemaker/modelPackageGroup:ModelPackageGroup": "There is nothing left to protect.",
  "aws:sagemaker/notebookInstance:NotebookInstance": "There is nothing left to protect.",
  "aws:secretsmanager/secret:Secret": "There is nothing left to protect.",
  "aws:secretsmanager/secretVersion:SecretVersion": "The secret has no value yet.",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "Rules allow, and what none allows is denied.",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "Rules allow, and what none allows is denied.",
};

const IRRELEVANT_NAMES: ReadonlySet<string> = new Set(Object.values(IRRELEVANT).flat());

/** Whether a property of a type is relevant to security, by its last name, its path, or its type. */
export function isRelevant(type: string, path: Path): boolean {
  const names = path.filter((step) => typeof step === "string");
  const last = names.at(-1) ?? "";
  const asked = [type, last, names.join("."), `${type} ${last}`];
  return !asked.some((one) => IRRELEVANT_NAMES.has(one));
}

/** Whether taking the whole resource away could leave something less protected. */
export const protects = (type: string): boolean => !(type in FUNCTION_ONLY);

/** Resources of other providers than AWS, and components, have no properties that AWS acts on. */
export const isAws = (type: string): boolean => type.startsWith("aws:");
