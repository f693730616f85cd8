import * as bedrock from "@pulumi/aws/bedrock";
import * as bedrockmodel from "@pulumi/aws/bedrockmodel";
import * as iam from "@pulumi/aws/iam";
import * as opensearch from "@pulumi/aws/opensearch";
import { type CustomResourceOptions, type Input, interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const model = (name: string) => company.arn("bedrock", `foundation-model/${name}`, company.REGION, "");
const EMBEDDING = model("amazon.titan-embed-text-v2:0");
const ANSWERING = model("anthropic.claude-3-5-sonnet-20240620-v1:0");
const COLLECTION = "manuals";

/** An agent that answers from the company's manuals, kept in a collection that only the VPC and Bedrock reach. */
export const knowledgeBase: Program = {
  name: "a Bedrock agent with a knowledge base",
  sources: [
    "https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permission.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-kb.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "manuals",
      [
        company.through("s3", "manuals-knowledge"),
        company.through("aoss", "manuals-knowledge"),
        company.through("bedrock", "manuals-agent"),
      ],
      options,
    );
    const manuals = privateBucket("manuals", { key: key.arn, users: ["manuals-knowledge"] }, options);
    // Calls are logged once, for the whole account.
    new bedrockmodel.InvocationLoggingConfiguration(
      "account",
      {
        loggingConfig: {
          textDataDeliveryEnabled: true,
          embeddingDataDeliveryEnabled: true,
          imageDataDeliveryEnabled: true,
          s3Config: { bucketName: "acme-bedrock-calls-888888888888", keyPrefix: "calls" },
        },
      },
      options,
    );
    const trust = (resource: string) =>
      company.document({
        Effect: "Allow",
        Principal: { Service: "bedrock.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": company.ACCOUNT },
          ArnLike: { "AWS:SourceArn": company.arn("bedrock", resource) },
        },
      });
    const role = (name: string, resource: string) =>
      new iam.Role(
        name,
        { name, assumeRolePolicy: trust(resource), permissionsBoundary: company.BOUNDARY },
        options,
      );
    const knowledge = role("manuals-knowledge", "knowledge-base/*");
    const collection = vectors(key.arn, knowledge, options);
    new iam.RolePolicy(
      "knowledge",
      {
        role: knowledge.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "bedrock:InvokeModel", Resource: EMBEDDING },
            { Effect: "Allow", Action: "aoss:APIAccessAll", Resource: collection.arn },
            {
              Effect: "Allow",
              Action: "s3:ListBucket",
              Resource: manuals.arn,
              Condition: { StringEquals: { "aws:ResourceAccount": company.ACCOUNT } },
            },
            {
              Effect: "Allow",
              Action: "s3:GetObject",
              Resource: interpolate`${manuals.arn}/*`,
              Condition: { StringEquals: { "aws:ResourceAccount": company.ACCOUNT } },
            },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
          ],
        }),
      },
      options,
    );
    const base = new bedrock.AgentKnowledgeBase(
      "manuals",
      {
        name: "manuals",
        roleArn: knowledge.arn,
        knowledgeBaseConfiguration: {
          type: "VECTOR",
          vectorKnowledgeBaseConfiguration: { embeddingModelArn: EMBEDDING },
        },
        storageConfiguration: {
          type: "OPENSEARCH_SERVERLESS",
          opensearchServerlessConfiguration: {
            collectionArn: collection.arn,
            vectorIndexName: "manuals",
            fieldMapping: { vectorField: "vector", textField: "text", metadataField: "metadata" },
          },
        },
      },
      options,
    );
    new bedrock.AgentDataSource(
      "manuals",
      {
        name: "manuals",
        knowledgeBaseId: base.id,
        dataDeletionPolicy: "RETAIN",
        dataSourceConfiguration: { type: "S3", s3Configuration: { bucketArn: manuals.arn } },
        serverSideEncryptionConfiguration: { kmsKeyArn: key.arn },
      },
      options,
    );

    const guardrail = new bedrock.Guardrail(
      "support",
      {
        name: "support",
        blockedInputMessaging: "This cannot be asked.",
        blockedOutputsMessaging: "This cannot be answered.",
        kmsKeyArn: key.arn,
        contentPolicyConfig: {
          filtersConfigs: [
            { type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" },
            { type: "HATE", inputStrength: "HIGH", outputStrength: "HIGH" },
          ],
        },
        sensitiveInformationPolicyConfig: { piiEntitiesConfigs: [{ type: "EMAIL", action: "ANONYMIZE" }] },
        contextualGroundingPolicyConfig: { filtersConfigs: [{ type: "GROUNDING", threshold: 0.8 }] },
      },
      options,
    );
    const version = new bedrock.GuardrailVersion(
      "support",
      { guardrailArn: guardrail.guardrailArn, skipDestroy: true },
      options,
    );
    const agentRole = role("manuals-agent", "agent/*");
    new iam.RolePolicy(
      "agent",
      {
        role: agentRole.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "bedrock:InvokeModel", Resource: ANSWERING },
            { Effect: "Allow", Action: "bedrock:Retrieve", Resource: base.arn },
            { Effect: "Allow", Action: "bedrock:ApplyGuardrail", Resource: guardrail.guardrailArn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
          ],
        }),
      },
      options,
    );
    const agent = new bedrock.AgentAgent(
      "support",
      {
        agentName: "support",
        agentResourceRoleArn: agentRole.arn,
        foundationModel: "anthropic.claude-3-5-sonnet-20240620-v1:0",
        customerEncryptionKeyArn: key.arn,
        idleSessionTtlInSeconds: 600,
        instruction:
          "Answer questions on the company's products from its manuals, and say when they don't tell.",
        guardrailConfigurations: [
          { guardrailIdentifier: guardrail.guardrailId, guardrailVersion: version.version },
        ],
      },
      options,
    );
    new bedrock.AgentAgentKnowledgeBaseAssociation(
      "manuals",
      {
        agentId: agent.agentId,
        knowledgeBaseId: base.id,
        knowledgeBaseState: "ENABLED",
        description: "The manuals of the company's products",
      },
      options,
    );
    new bedrock.AgentAgentAlias("live", { agentId: agent.agentId, agentAliasName: "live" }, options);
  },
};

/** A collection of vectors, encrypted, reached from the VPC and by Bedrock, for one role. */
function vectors(
  key: Input<string>,
  reader: iam.Role,
  options: CustomResourceOptions,
): opensearch.ServerlessCollection {
  const endpoint = new opensearch.ServerlessVpcEndpoint(
    COLLECTION,
    {
      name: COLLECTION,
      vpcId: company.VPC,
      subnetIds: company.PRIVATE_SUBNETS,
      securityGroupIds: [company.ENDPOINTS_GROUP],
    },
    options,
  );
  const rules = [{ ResourceType: "collection", Resource: [`collection/${COLLECTION}`] }];
  const encryption = new opensearch.ServerlessSecurityPolicy(
    "manuals-encryption",
    {
      name: COLLECTION,
      type: "encryption",
      policy: jsonStringify({ Rules: rules, AWSOwnedKey: false, KmsARN: key }),
    },
    options,
  );
  const network = new opensearch.ServerlessSecurityPolicy(
    "manuals-network",
    {
      name: COLLECTION,
      type: "network",
      policy: jsonStringify([
        {
          Rules: rules,
          AllowFromPublic: false,
          SourceVPCEs: [endpoint.id],
          SourceServices: ["bedrock.amazonaws.com"],
        },
      ]),
    },
    options,
  );
  new opensearch.ServerlessAccessPolicy(
    COLLECTION,
    {
      name: COLLECTION,
      type: "data",
      policy: jsonStringify([
        {
          Rules: [
            {
              ResourceType: "index",
              Resource: [`index/${COLLECTION}/*`],
              Permission: ["aoss:DescribeIndex", "aoss:ReadDocument", "aoss:WriteDocument"],
            },
          ],
          Principal: [reader.arn],
        },
      ]),
    },
    options,
  );
  return new opensearch.ServerlessCollection(
    COLLECTION,
    { name: COLLECTION, type: "VECTORSEARCH", standbyReplicas: "ENABLED" },
    { ...options, protect: true, dependsOn: [encryption, network] },
  );
}
