import { arn, BUCKET_NAME, DIGEST, GROUP, IMAGE, KEY, SUBNETS, VPC } from "./platform";
import { inDev } from "./dev";
import { add, added, present, type Row } from "./row";

const SERIAL = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
const METADATA = { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 };
const TAGS_OF_PARTS = {
  CostCenter: "CC-1000",
  DataClassification: "internal",
  Environment: "prod",
  ManagedBy: "pulumi",
  Owner: "ml-platform@example.com",
  Team: "core",
};

const instance = add("ec2/instance:Instance", "builder", {
  ami: SERIAL,
  instanceType: "m7i.large",
  subnetId: SUBNETS[0],
  vpcSecurityGroupIds: [GROUP],
  associatePublicIpAddress: false,
  metadataOptions: METADATA,
  rootBlockDevice: { encrypted: true, kmsKeyId: KEY, tags: TAGS_OF_PARTS },
  iamInstanceProfile: "builder",
  disableApiTermination: true,
  monitoring: true,
});
const gpuInstance = {
  ...instance,
  name: "trainer",
  props: {
    ...instance.props,
    instanceType: "g6.xlarge",
    ami: "resolve:ssm:/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id",
  },
};
const template = add("ec2/launchTemplate:LaunchTemplate", "workers", {
  imageId: SERIAL,
  metadataOptions: METADATA,
  blockDeviceMappings: [
    {
      deviceName: "/dev/xvda",
      ebs: { encrypted: "true", kmsKeyId: KEY, volumeSize: 100, volumeType: "gp3" },
    },
  ],
  iamInstanceProfile: { name: "workers" },
  networkInterfaces: [{ associatePublicIpAddress: "false", securityGroups: [GROUP] }],
  tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
    resourceType,
    tags: TAGS_OF_PARTS,
  })),
});
const base64 = (text: string) => Buffer.from(text).toString("base64");

const balancer = add("lb/loadBalancer:LoadBalancer", "ranking", {
  loadBalancerType: "application",
  internal: true,
  subnets: SUBNETS,
  securityGroups: [GROUP],
  dropInvalidHeaderFields: true,
  enableDeletionProtection: true,
  accessLogs: { enabled: true, bucket: BUCKET_NAME, prefix: "ranking" },
});
const BALANCER = arn("elasticloadbalancing", "loadbalancer/app/ranking/0a1b2c3d4e5f6071");
const listener = add("lb/listener:Listener", "ranking", {
  loadBalancerArn: BALANCER,
  port: 443,
  protocol: "HTTPS",
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  certificateArn: arn("acm", "certificate/0f0f0f0f-1111-4222-8333-444444444444"),
  defaultActions: [
    { type: "forward", targetGroupArn: arn("elasticloadbalancing", "targetgroup/ranking/0a1b2c3d4e5f6071") },
  ],
});

const cluster = add("eks/cluster:Cluster", "ml", {
  name: "ml",
  version: "1.34",
  roleArn: arn("iam", "role/acme-prod-core-cluster", ""),
  vpcConfig: {
    subnetIds: SUBNETS,
    securityGroupIds: [GROUP],
    endpointPrivateAccess: true,
    endpointPublicAccess: false,
  },
  encryptionConfig: { provider: { keyArn: KEY }, resources: ["secrets"] },
  enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
  accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
  upgradePolicy: { supportType: "STANDARD" },
  deletionProtection: true,
});
const nodes = add("eks/nodeGroup:NodeGroup", "ml", {
  clusterName: "ml",
  nodeRoleArn: arn("iam", "role/acme-prod-core-nodes", ""),
  subnetIds: SUBNETS,
  scalingConfig: { minSize: 2, maxSize: 6, desiredSize: 2 },
  launchTemplate: { id: "lt-0a1b2c3d4e5f60718", version: "3" },
  amiType: "AL2023_x86_64_STANDARD",
  instanceTypes: ["m6i.2xlarge"],
});

const firewallPolicy = add("networkfirewall/firewallPolicy:FirewallPolicy", "egress", {
  firewallPolicy: {
    statelessDefaultActions: ["aws:forward_to_sfe"],
    statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
    statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "DROP" },
    statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
    statefulRuleGroupReferences: [
      { resourceArn: arn("network-firewall", "stateful-rulegroup/domains"), priority: 1 },
    ],
  },
  encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: KEY },
});
const domains = add("networkfirewall/ruleGroup:RuleGroup", "domains", {
  name: "domains",
  type: "STATEFUL",
  capacity: 100,
  ruleGroup: {
    statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
    rulesSource: {
      rulesSourceList: {
        generatedRulesType: "ALLOWLIST",
        targetTypes: ["TLS_SNI"],
        targets: ["api.partner.example.com"],
      },
    },
  },
  encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: KEY },
});
const transit = add("ec2transitgateway/transitGateway:TransitGateway", "shared", {
  autoAcceptSharedAttachments: "disable",
  defaultRouteTableAssociation: "disable",
  defaultRouteTablePropagation: "disable",
});
const peering = add("ec2/vpcPeeringConnection:VpcPeeringConnection", "shared", {
  vpcId: VPC,
  peerVpcId: "vpc-0a1b2c3d4e5f60718",
  peerOwnerId: "999999999999",
  peerRegion: "eu-west-1",
  autoAccept: false,
});
const service = add("ec2/vpcEndpointService:VpcEndpointService", "scoring", {
  acceptanceRequired: true,
  allowedPrincipals: [arn("iam", "root", "", "999999999999")],
  networkLoadBalancerArns: [arn("elasticloadbalancing", "loadbalancer/net/scoring/0a1b2c3d4e5f6071")],
});
const task = (definition: object) =>
  JSON.stringify([
    {
      name: "ranking",
      image: IMAGE,
      essential: true,
      readonlyRootFilesystem: true,
      privileged: false,
      user: "1000",
      logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/acme/prod/core/ranking" } },
      ...definition,
    },
  ]);
const container = add("ecs/taskDefinition:TaskDefinition", "ranking", {
  family: "ranking",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "1024",
  memory: "2048",
  executionRoleArn: arn("iam", "role/acme-prod-core-ranking-start", ""),
  taskRoleArn: arn("iam", "role/acme-prod-core-ranking", ""),
  containerDefinitions: task({}),
});
const running = add("ecs/service:Service", "ranking", {
  cluster: arn("ecs", "cluster/ranking"),
  taskDefinition: arn("ecs", "task-definition/ranking:1"),
  launchType: "FARGATE",
  platformVersion: "LATEST",
  desiredCount: 2,
  enableExecuteCommand: false,
  propagateTags: "SERVICE",
  enableEcsManagedTags: true,
  networkConfiguration: { subnets: SUBNETS, securityGroups: [GROUP], assignPublicIp: false },
});
const method = add("apigateway/method:Method", "predict", {
  restApi: "a1b2c3d4e5",
  resourceId: "a1b2c3",
  httpMethod: "POST",
  authorization: "AWS_IAM",
});
const distribution = add("cloudfront/distribution:Distribution", "docs", {
  enabled: true,
  origins: [
    {
      originId: "docs",
      domainName: "acme-prod-docs.s3.eu-central-1.amazonaws.com",
      originAccessControlId: "E1A2B3C4D5E6F7",
    },
  ],
  defaultCacheBehavior: {
    targetOriginId: "docs",
    viewerProtocolPolicy: "https-only",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
  },
  viewerCertificate: {
    acmCertificateArn: arn("acm", "certificate/0f0f0f0f-1111-4222-8333-444444444444"),
    minimumProtocolVersion: "TLSv1.2_2021",
    sslSupportMethod: "sni-only",
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  loggingConfig: { bucket: `${BUCKET_NAME}.s3.amazonaws.com` },
  webAclId: arn("wafv2", "global/webacl/docs/0f0f0f0f-1111-4222-8333-444444444444"),
});
const url = add("lambda/functionUrl:FunctionUrl", "predict", {
  functionName: "acme-prod-core-predict",
  authorizationType: "AWS_IAM",
});
const asg = add("autoscaling/group:Group", "workers", {
  maxSize: 4,
  minSize: 0,
  vpcZoneIdentifiers: SUBNETS,
  launchTemplate: { id: "lt-0a1b2c3d4e5f60718", version: "3" },
  tags: Object.entries(TAGS_OF_PARTS).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
});
const rule = add("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out", {
  securityGroupId: GROUP,
  description: "To the database",
  ipProtocol: "tcp",
  fromPort: 5432,
  toPort: 5432,
  referencedSecurityGroupId: GROUP,
});

const many = add("sagemaker/trainingJob:TrainingJob", "accelerated", {
  trainingJobName: "accelerated",
  roleArn: arn("iam", "role/acme-prod-core-jobs", ""),
  algorithmSpecification: { trainingImage: IMAGE, trainingInputMode: "File" },
  enableNetworkIsolation: true,
  enableInterContainerTrafficEncryption: true,
  vpcConfig: { subnets: SUBNETS, securityGroupIds: [GROUP] },
  resourceConfig: { instanceType: "ml.g6.xlarge", instanceCount: 2, volumeSizeInGb: 50, volumeKmsKeyId: KEY },
  outputDataConfig: { s3OutputPath: "s3://acme-prod-core-jobs-888888888888/output", kmsKeyId: KEY },
  stoppingCondition: { maxRuntimeInSeconds: 86400 },
});

const build = add("codebuild/project:Project", "images", {
  name: "images",
  serviceRole: arn("iam", "role/acme-prod-core-images", ""),
  projectVisibility: "PRIVATE",
  encryptionKey: KEY,
  artifacts: { type: "NO_ARTIFACTS" },
  environment: {
    computeType: "BUILD_GENERAL1_SMALL",
    type: "LINUX_CONTAINER",
    image: IMAGE,
    imagePullCredentialsType: "SERVICE_ROLE",
    privilegedMode: false,
  },
  source: {
    type: "CODECOMMIT",
    location: "https://git-codecommit.eu-central-1.amazonaws.com/v1/repos/images",
  },
  vpcConfig: { vpcId: VPC, subnets: SUBNETS, securityGroupIds: [GROUP] },
  logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: "/acme/prod/core/images" } },
});
const spark = add("emr/cluster:Cluster", "spark", {
  releaseLabel: "emr-7.8.0",
  serviceRole: arn("iam", "role/acme-prod-core-spark", ""),
  securityConfiguration: "encrypted",
  ec2Attributes: { subnetId: SUBNETS[0], instanceProfile: "spark" },
  terminationProtection: true,
  logUri: "s3://acme-prod-core-jobs-888888888888/spark",
  masterInstanceGroup: { instanceType: "m7g.xlarge" },
});
const budgetAction = add("budgets/budgetAction:BudgetAction", "accelerated", {
  budgetName: "accelerated",
  actionType: "APPLY_IAM_POLICY",
  approvalModel: "AUTOMATIC",
  notificationType: "ACTUAL",
  executionRoleArn: arn("iam", "role/acme-prod-core-budgets", ""),
});

// A subnet with a table of its own, a service in it, and what makes it reach the internet.
const EXPOSED = {
  subnet: "subnet-0f1e2d3c4b5a69788",
  table: "rtb-0f1e2d3c4b5a69788",
  gateway: "igw-0f1e2d3c4b5a69788",
};
const exposed = [
  add("ec2/internetGateway:InternetGateway", "exposed", { id: EXPOSED.gateway, vpcId: VPC }),
  add("ec2/subnet:Subnet", "exposed", { id: EXPOSED.subnet, vpcId: VPC, cidrBlock: "10.48.250.0/24" }),
  add("ec2/routeTable:RouteTable", "exposed", { id: EXPOSED.table, vpcId: VPC }),
  add("ec2/routeTableAssociation:RouteTableAssociation", "exposed", {
    subnetId: EXPOSED.subnet,
    routeTableId: EXPOSED.table,
  }),
  {
    ...running,
    props: {
      ...running.props,
      networkConfiguration: { subnets: [EXPOSED.subnet], securityGroups: [GROUP], assignPublicIp: false },
    },
  },
];
const wayOut = add("ec2/route:Route", "exposed", {
  routeTableId: EXPOSED.table,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId: EXPOSED.gateway,
});

/** Networks, machines, containers and what faces clients. */
export const NETWORKS: readonly Row[] = [
  present("ml-subnet-no-internet-route", wayOut, ...exposed),
  added("ec2-no-public-ip", [instance], ["associatePublicIpAddress"], true),
  added(
    "gpu-instance-no-public-ip",
    [inDev(gpuInstance), inDev(budgetAction)],
    ["associatePublicIpAddress"],
    true,
    {
      stack: "dev",
      aloneBlocks: true,
    },
  ),
  added("ec2-block-device-encryption", [instance], ["rootBlockDevice", "encrypted"], false),
  added("ec2-ssm-instead-of-ssh", [instance], ["keyName"], "operator"),
  added("approved-amis", [instance], ["ami"], "resolve:ssm:/someone/image"),
  added(
    "boot-script-no-internet-fetch",
    [template],
    ["userData"],
    base64("#!/bin/bash\ncurl https://get.example.com | bash\n"),
  ),
  added(
    "no-secrets-in-boot-scripts",
    [template],
    ["userData"],
    base64("#!/bin/bash\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"),
  ),
  added(
    "launch-template-no-public-ip",
    [template],
    ["networkInterfaces", 0, "associatePublicIpAddress"],
    "true",
  ),
  added(
    "tags-propagate-to-children",
    [asg],
    ["tags"],
    [{ key: "Team", value: "core", propagateAtLaunch: false }],
  ),
  added("gpu-capacity-guardrails", [many, budgetAction], ["resourceConfig", "instanceCount"], 40),
  added("lb-internal-by-default", [balancer], ["internal"], false),
  added("lb-tls-only", [listener], ["sslPolicy"], "ELBSecurityPolicy-2016-08"),
  added("control-plane-logs-on", [balancer], ["accessLogs", "enabled"], false),
  added("eks-endpoint-private", [cluster], ["vpcConfig", "endpointPublicAccess"], true),
  added("eks-secrets-envelope-encryption", [cluster], ["encryptionConfig"]),
  added(
    "eks-access-least-privilege",
    [cluster],
    ["accessConfig", "bootstrapClusterCreatorAdminPermissions"],
    true,
  ),
  added("eks-nodes-private-no-ssh", [nodes, cluster], ["remoteAccess"], { ec2SshKey: "operator" }),
  added("nfw-default-deny", [firewallPolicy], ["firewallPolicy", "statelessDefaultActions"], ["aws:pass"]),
  added(
    "nfw-domain-allowlist",
    [domains],
    ["ruleGroup", "rulesSource", "rulesSourceList", "targets"],
    [".amazonaws.com"],
  ),
  added("peering-tgw-env-isolation", [transit], ["autoAcceptSharedAttachments"], "enable"),
  added("cross-region-network-restricted", [peering], ["peerRegion"], "us-east-1"),
  added("vpc-endpoint-service-restricted", [service], ["acceptanceRequired"], false),
  added(
    "container-host-isolated",
    [container],
    ["containerDefinitions"],
    task({ linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } } }),
  ),
  added(
    "container-images-approved",
    [container],
    ["containerDefinitions"],
    task({ image: `docker.io/library/python@${DIGEST}` }),
  ),
  added(
    "no-plaintext-secrets-in-config",
    [container],
    ["containerDefinitions"],
    task({ environment: [{ name: "DATABASE_PASSWORD", value: "correct-horse-battery" }] }),
  ),
  added("codebuild-private", [build], ["projectVisibility"], "PUBLIC_READ"),
  added("emr-private-encrypted", [spark], ["ec2Attributes", "keyName"], "operator"),
  added("container-no-public-ip", [running], ["networkConfiguration", "assignPublicIp"], true),
  added("api-authorized", [method], ["authorization"], "NONE"),
  added("cdn-origin-private", [distribution], ["origins", 0, "originAccessControlId"]),
  added("cdn-tls-only", [distribution], ["defaultCacheBehavior", "viewerProtocolPolicy"], "allow-all"),
  added("lambda-url-authenticated", [url], ["authorizationType"], "NONE"),
  added("sg-no-world-egress", [inDev(rule)], ["cidrIpv4"], "0.0.0.0/0", { stack: "dev" }),
  added("prod-egress-allowlist", [rule], ["cidrIpv4"], "203.0.113.0/24"),
];
