import {
  type Context,
  deferred,
  type Finding,
  isText,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { leavesNamed } from "../../core/walk";

/** The inputs of each type inside which it names a model or a profile. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "aws:bedrock/agentAgent:AgentAgent": ["foundationModel", "promptOverrideConfigurations"],
  "aws:bedrock/agentDataSource:AgentDataSource": ["vectorIngestionConfiguration"],
  "aws:bedrock/agentFlow:AgentFlow": ["definition"],
  "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase": ["knowledgeBaseConfiguration"],
  "aws:bedrock/agentPrompt:AgentPrompt": ["variants"],
  "aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator": ["evaluatorConfig"],
  "aws:bedrock/agentcoreHarness:AgentcoreHarness": ["model"],
  "aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy": ["configuration"],
  "aws:bedrock/evaluationJob:EvaluationJob": ["evaluationConfig", "inferenceConfig"],
  "aws:bedrock/guardrail:Guardrail": ["crossRegionConfig"],
  "aws:bedrock/inferenceProfile:InferenceProfile": ["modelSource"],
  "aws:bedrockmodel/invocationJob:InvocationJob": ["modelId"],
};

/** The names that these give to it. */
const NAMES = [
  "copyFrom",
  "embeddingModelArn",
  "foundationModel",
  "guardrailProfileIdentifier",
  "modelArn",
  "modelId",
  "modelIdentifier",
];

/** Models of other companies that an agent may be given, in no region of AWS's at all. */
const ELSEWHERE = /\.(gemini|litellm|openai)ModelConfig\./i;

/**
 * A profile of AWS's that spreads requests over the regions of a geography, or of the world: `eu.anthropic.…`,
 * `global.…`, `us.guardrail.v1:0`; by itself or at the end of an ARN.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html
 */
const CROSS_REGION =
  /^(?:arn:[^:]+:bedrock:[^:]*:[^:]*:(?:inference-profile|guardrail-profile)\/)?(global|us-gov|us|eu|apac|au|ca|jp)\.[a-z0-9-]+\.[a-z0-9]/;

/** A model, or what leads to models, of one region, by its ARN. */
const MODEL_REGION =
  /^arn:[^:]+:bedrock:([a-z0-9-]+):[^:]*:(?:foundation-model|provisioned-model|custom-model(?:-deployment)?|imported-model|(?:application-)?inference-profile|(?:default-)?prompt-router)\//;

export const bedrockInferenceInBoundary: ResourceControl = {
  kind: "resource",
  name: "bedrock-inference-in-boundary",
  description: "Prompts are answered and filtered in allowed regions: no profile spreads them over others.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A cross-region profile sends the prompt, with all the data in it, to whichever region has room.",
  fix: {
    text: "Name the model of an allowed region; ask for an exception where every region of the profile is allowed.",
    code: `modelSource: { copyFrom: \`arn:\${partition}:bedrock:\${region}::foundation-model/\${modelId}\` },`,
  },
  frameworks: { nist: ["SA-9(5)"], gdpr: ["44"] },
  types: Object.keys(HOLDERS),
  check: (subject, context) =>
    (HOLDERS[subject.type] ?? []).flatMap((input) => judgeInput(subject, input, context)),
};

function judgeInput(subject: Subject, input: string, context: Context): readonly Finding[] {
  const whole = subject.properties.get(input);
  if (whole.state === "unknown") return [deferred(subject, input)];
  return leavesNamed(whole, input, NAMES).flatMap(({ path, value }): readonly Finding[] => {
    if (ELSEWHERE.test(path))
      return [violation(subject, path, value, "a model of Bedrock, in an allowed region")];
    if (value.state === "unset") return [];
    if (value.state === "unknown") return [deferred(subject, path)];
    return judgeIdentifier(subject, path, isText(value.value) ? value.value : "", context);
  });
}

function judgeIdentifier(
  subject: Subject,
  property: string,
  identifier: string,
  { settings }: Context,
): readonly Finding[] {
  const allowed = settings.allowedRegions;
  const spread = CROSS_REGION.exec(identifier)?.[1];
  const region = MODEL_REGION.exec(identifier)?.[1];
  // Where the settings name no regions, a geography may be fine; the whole world is not.
  const leaves =
    (spread !== undefined && (allowed.length > 0 || spread === "global")) ||
    (region !== undefined && allowed.length > 0 && !allowed.includes(region));
  if (!leaves) return [];
  return [
    violation(subject, property, `"${identifier}"`, "a model or profile of an allowed region only", {
      finding: `Profile::${spread ?? region ?? ""}`,
    }),
  ];
}
