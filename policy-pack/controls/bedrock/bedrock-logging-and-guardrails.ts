import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  mustBeCustomerKey,
  type Node,
  violation,
} from "../../core";
import { mustBeNonEmptyList } from "../sagemaker/non-empty";
import { judgeGuardrail } from "./guardrail";
import { usersOfBedrock } from "./users";

const LOGGING = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
const GUARDRAIL = "aws:bedrock/guardrail:Guardrail";
const CUSTOM_MODEL = "aws:bedrock/customModel:CustomModel";

export const bedrockLoggingAndGuardrails: GraphControl = {
  kind: "graph",
  name: "bedrock-logging-and-guardrails",
  description:
    "Where Bedrock is used its invocations are logged, a guardrail stops prompt attacks and personal data, and models of one's own are encrypted and trained in the VPC.",
  severity: "medium",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "Without the log nobody can tell what was asked and answered; without a guardrail a prompt takes the model's instructions over, and personal data goes in and out.",
  fix: {
    text: "Log invocations, declare a guardrail with both filters and a key, and give custom models a key and a VPC.",
    code: `new bedrockmodel.InvocationLoggingConfiguration("invocations", {
  loggingConfig: { textDataDeliveryEnabled: true, cloudwatchConfig: { logGroupName: log.name, roleArn: role.arn } },
});
new bedrock.Guardrail("default", {
  ..., kmsKeyArn: key.arn,
  contentPolicyConfig: { filtersConfigs: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" }] },
  sensitiveInformationPolicyConfig: { piiEntitiesConfigs: [{ type: "EMAIL", action: "ANONYMIZE" }] },
});`,
  },
  frameworks: { nist: ["SC-7", "SC-28"], gdpr: ["25", "32"], checkov: ["CKV_AWS_373", "CKV_AWS_383"] },
  check: (graph) => {
    const [user] = usersOfBedrock(graph);
    if (user === undefined) return "not-applicable";
    return [
      ...judgeLogging(graph, user),
      ...judgePresence(graph, user),
      ...graph.byType(GUARDRAIL).flatMap(judgeGuardrail),
      ...graph.byType(CUSTOM_MODEL).flatMap(judgeCustomModel),
    ];
  },
};

function judgeLogging(graph: Graph, user: Node): readonly Finding[] {
  const found = graph.byType(LOGGING);
  if (found.length === 0) {
    return [
      violation(user, "loggingConfig", "Bedrock without invocation logging", "a logging configuration"),
    ];
  }
  return found.flatMap((node): readonly Finding[] => {
    const states = ["cloudwatchConfig", "s3Config"].map(
      (name) => node.properties.get(`loggingConfig.${name}`).state,
    );
    if (states.includes("known")) return [];
    if (states.includes("unknown")) return [deferred(node, "loggingConfig")];
    return [violation(node, "loggingConfig", "no destination", "a log group or a bucket")];
  });
}

function judgePresence(graph: Graph, user: Node): readonly Finding[] {
  if (graph.byType(GUARDRAIL).length > 0) return [];
  return [violation(user, "guardrail", "Bedrock without a guardrail", "a guardrail in the stack")];
}

function judgeCustomModel(node: Node): readonly Finding[] {
  return [
    ...mustBeCustomerKey(node, "customModelKmsKeyId"),
    ...mustBeNonEmptyList(node, "vpcConfig.subnetIds", "private subnets"),
    ...mustBeNonEmptyList(node, "vpcConfig.securityGroupIds", "at least one security group"),
  ];
}
