import { strict as assert } from "node:assert";
import { isImmutable } from "../../../local-cloud/provider/immutable";
import { sdkShape } from "../../../local-cloud/answers/sdk-shape";

/** What a plan of the real AWS provider (5.100) replaces a resource for, and what it changes in place. */
const PLANS: readonly [type: string, replaces: readonly string[], inPlace: readonly string[]][] = [
  ["aws:budgets/budget:Budget", ["name"], ["limitAmount", "timeUnit"]],
  ["aws:cloudtrail/trail:Trail", ["name"], ["s3BucketName", "isMultiRegionTrail", "isOrganizationTrail"]],
  ["aws:cloudwatch/logGroup:LogGroup", ["name", "logGroupClass"], ["kmsKeyId", "retentionInDays"]],
  ["aws:ec2/flowLog:FlowLog", ["vpcId", "trafficType", "logDestination", "maxAggregationInterval"], ["tags"]],
  ["aws:ec2/routeTableAssociation:RouteTableAssociation", ["subnetId"], ["routeTableId"]],
  ["aws:ec2/securityGroup:SecurityGroup", ["name", "vpcId", "description"], ["ingress", "egress"]],
  ["aws:ec2/subnet:Subnet", ["availabilityZone", "vpcId", "cidrBlock"], ["mapPublicIpOnLaunch"]],
  [
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    ["serviceName", "vpcId", "vpcEndpointType"],
    ["policy", "privateDnsEnabled"],
  ],
  ["aws:ecr/repository:Repository", ["name"], ["imageTagMutability"]],
  ["aws:iam/instanceProfile:InstanceProfile", ["name", "path"], ["role"]],
  ["aws:iam/policy:Policy", ["name", "path", "description"], ["policy"]],
  ["aws:kms/alias:Alias", ["name"], ["targetKeyId"]],
  [
    "aws:kms/key:Key",
    ["keyUsage", "multiRegion", "customerMasterKeySpec"],
    ["description", "policy", "enableKeyRotation"],
  ],
  ["aws:lb/loadBalancer:LoadBalancer", ["internal", "name"], ["subnets", "securityGroups"]],
  ["aws:lb/targetGroup:TargetGroup", ["targetType", "protocol", "port", "name", "vpcId"], ["healthCheck"]],
  ["aws:organizations/policy:Policy", ["type"], ["name", "content"]],
  [
    "aws:sagemaker/domain:Domain",
    ["subnetIds", "authMode", "domainName", "vpcId", "kmsKeyId"],
    ["appNetworkAccessType"],
  ],
  ["aws:sagemaker/endpoint:Endpoint", ["name"], ["endpointConfigName"]],
  [
    "aws:sagemaker/featureGroup:FeatureGroup",
    [
      "featureDefinitions",
      "roleArn",
      "featureGroupName",
      "recordIdentifierFeatureName",
      "eventTimeFeatureName",
    ],
    ["tags"],
  ],
  [
    "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
    ["modelPackageGroupName", "modelPackageGroupDescription"],
    ["tags"],
  ],
  [
    "aws:sagemaker/notebookInstance:NotebookInstance",
    ["subnetId", "directInternetAccess", "securityGroups", "kmsKeyId"],
    ["roleArn", "instanceType", "rootAccess"],
  ],
  ["aws:secretsmanager/secret:Secret", ["name"], ["kmsKeyId", "description"]],
  ["aws:secretsmanager/secretVersion:SecretVersion", ["secretString"], ["versionStages"]],
  ["aws:sns/topic:Topic", ["name", "fifoTopic"], ["kmsMasterKeyId"]],
  [
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ["securityGroupId"],
    ["cidrIpv4", "ipProtocol", "fromPort"],
  ],
];

describe("what replaces a resource", () => {
  for (const [type, replaces, inPlace] of PLANS) {
    it(`is what the real provider replaces it for: ${type}`, () => {
      const properties = [...replaces, ...inPlace];
      assert.deepEqual(
        properties.filter((property) => !sdkShape(type).inputs.has(property)),
        [],
      );
      assert.deepEqual(
        properties.filter((property) => isImmutable(type, property)),
        replaces,
      );
    });
  }

  it("is anything, for a random value", () => {
    assert.equal(isImmutable("random:index/randomPassword:RandomPassword", "keepers"), true);
  });
});
