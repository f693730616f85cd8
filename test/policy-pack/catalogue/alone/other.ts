import { arn, GROUP, IMAGE, KEY, LOG_GROUP_NAME, REGION, SUBNETS } from "./platform";
import { add, added, changed, present, type Row, the } from "./row";

const ROUTES = the("ec2/routeTable:RouteTable", "prod-isolated-a");
const route = (way: object) =>
  add("ec2/route:Route", "out", { routeTableId: ROUTES, destinationCidrBlock: "0.0.0.0/0", ...way });
const translation = add("ec2/natGateway:NatGateway", "out", {
  id: "nat-0a1b2c3d4e5f60718",
  subnetId: SUBNETS[1],
  connectivityType: "private",
});
const agent = add("bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime", "assistant", {
  agentRuntimeName: "assistant",
  roleArn: arn("iam", "role/acme-prod-core-assistant", ""),
  agentRuntimeArtifact: { containerConfiguration: { containerUri: IMAGE } },
  networkConfiguration: {
    networkMode: "VPC",
    networkModeConfig: { subnets: SUBNETS, securityGroups: [GROUP] },
  },
});
const MODEL = `arn:aws:bedrock:${REGION}::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0`;
const profile = add("bedrock/inferenceProfile:InferenceProfile", "answers", {
  name: "answers",
  modelSource: { copyFrom: MODEL },
});
const invocations = add(
  "bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
  "invocations",
  {
    loggingConfig: {
      textDataDeliveryEnabled: true,
      cloudwatchConfig: {
        logGroupName: LOG_GROUP_NAME,
        roleArn: arn("iam", "role/acme-prod-core-bedrock", ""),
      },
    },
  },
);
const guardrail = add("bedrock/guardrail:Guardrail", "answers", {
  name: "answers",
  blockedInputMessaging: "This cannot be answered.",
  blockedOutputsMessaging: "This cannot be answered.",
  kmsKeyArn: KEY,
  contentPolicyConfig: {
    filtersConfigs: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" }],
  },
  sensitiveInformationPolicyConfig: { piiEntitiesConfigs: [{ type: "EMAIL", action: "ANONYMIZE" }] },
});
const notice = add("sns/topicSubscription:TopicSubscription", "notice", {
  topic: arn("sns", "findings"),
  protocol: "sqs",
  endpoint: arn("sqs", "findings"),
});
const notebookLogs = add("cloudwatch/logGroup:LogGroup", "notebooks", {
  name: "/aws/sagemaker/NotebookInstances",
  kmsKeyId: the("kms/key:Key", "prod-logs-key", "arn"),
  retentionInDays: 365,
  deletionProtectionEnabled: true,
});
const notebook = add("sagemaker/notebookInstance:NotebookInstance", "exploration", {
  roleArn: arn("iam", "role/acme-prod-core-notebooks", ""),
  instanceType: "ml.t3.medium",
  subnetId: SUBNETS[0],
  securityGroups: [GROUP],
  kmsKeyId: KEY,
  directInternetAccess: "Disabled",
  rootAccess: "Disabled",
  platformIdentifier: "notebook-al2023-v1",
  instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
});
const NOTEBOOK = "fraud-notebooks-validation";
const SCORING = "fraud-serving-scoring-model";

/** What is left: the ways out of the network, generative models, notebooks, functions, and what Pulumi itself hides. */
export const OTHER: readonly Row[] = [
  present("prod-no-nat-bypass", route({ natGatewayId: translation.props.id }), translation),
  changed("nacl-no-world-admin-ingress", "prod-private-s3-answers-low", ["fromPort"], 22),
  changed(
    "sg-no-mixed-rule-management",
    "prod-endpoint-interface",
    ["ingress"],
    [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.48.0.0/24"], description: "HTTPS" }],
  ),
  added("bedrock-agentcore-in-vpc", [agent, invocations, guardrail], ["networkConfiguration"], {
    networkMode: "PUBLIC",
  }),
  added(
    "bedrock-inference-in-boundary",
    [profile, invocations, guardrail],
    ["modelSource", "copyFrom"],
    `arn:aws:bedrock:${REGION}::inference-profile/eu.anthropic.claude-3-5-sonnet-20240620-v1:0`,
  ),
  added("bedrock-logging-and-guardrails", [guardrail, profile, invocations], ["contentPolicyConfig"]),
  added("data-copy-destination-trusted", [{ ...notice }], ["protocol"], "email"),
  present("sm-no-notebook-instances-in-prod", notebook, notebookLogs),
  changed("sm-notebook-cmk", NOTEBOOK, ["kmsKeyId"], undefined, "staging"),
  changed(
    "sm-notebook-imdsv2-and-platform",
    NOTEBOOK,
    ["instanceMetadataServiceConfiguration"],
    undefined,
    "staging",
  ),
  changed("sm-notebook-in-vpc", NOTEBOOK, ["securityGroups"], [], "staging"),
  changed("sm-notebook-no-direct-internet", NOTEBOOK, ["directInternetAccess"], "Enabled", "staging"),
  changed("sm-notebook-no-root", NOTEBOOK, ["rootAccess"], "Enabled", "staging"),
  changed(
    "sm-model-image-approved",
    SCORING,
    ["primaryContainer", "image"],
    "docker.io/library/python:3",
    "staging",
  ),
  changed(
    "sm-model-artifact-in-perimeter",
    SCORING,
    ["primaryContainer", "modelDataUrl"],
    "https://example.com/model.tar.gz",
    "staging",
  ),
  changed(
    "foreign-region-arn",
    "fraud-secrets-rotation",
    ["layers"],
    ["arn:aws:lambda:us-east-1:888888888888:layer:tools:3"],
  ),
  changed("supported-runtimes", "fraud-secrets-rotation", ["runtime"], "python3.8"),
  changed(
    "no-security-ignore-changes",
    "prod-endpoint-interface",
    ["(options)", "ignoreChanges"],
    ["egress"],
  ),
  changed(
    "cloudtrail-data-events-ml",
    "prod-audit-data-events",
    ["advancedEventSelectors", 2, "fieldSelectors", 1, "equals"],
    ["AWS::DynamoDB::Table"],
  ),
  changed("region-allowed", "prod-dns-queries", ["region"], "us-east-1"),
  changed(
    "s3-bucket-versioned",
    "fraud-output-versioning",
    ["versioningConfiguration", "status"],
    "Suspended",
  ),
  changed("tag-values-valid", "prod-dns-queries", ["tags", "CostCenter"], "marketing"),
  present(
    "orphan-sub-resources",
    add("secretsmanager/secretRotation:SecretRotation", "of-nothing", {
      secretId: "gone",
      rotationLambdaArn: arn("lambda", "function:rotate"),
      rotationRules: { automaticallyAfterDays: 30 },
    }),
  ),
  changed("team-tag-of-component", "prod-endpoint-interface", ["tags", "Team"], "fraud"),
];
