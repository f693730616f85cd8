import { bedrockInferenceInBoundary as control } from "../../../policy-pack/controls/bedrock/bedrock-inference-in-boundary";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const profile = (copyFrom: unknown) =>
  declare("bedrock/inferenceProfile:InferenceProfile", "i", { modelSource: { copyFrom } });
const agent = (foundationModel: string) => declare("bedrock/agentAgent:AgentAgent", "a", { foundationModel });
const guardrail = (guardrailProfileIdentifier: string) =>
  declare("bedrock/guardrail:Guardrail", "g", { crossRegionConfig: { guardrailProfileIdentifier } });
const arn = (region: string, rest: string) => `arn:aws:bedrock:${region}:${rest}`;
const MODEL = ":foundation-model/anthropic.claude-3-haiku-20240307-v1:0";
const SPREAD = "inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0";
const INFERENCE = ["i (bedrock/inferenceProfile): modelSource.copyFrom"];
const FOUNDATION = ["a (bedrock/agentAgent): foundationModel"];

describe("bedrock-inference-in-boundary", () => {
  it("passes models of an allowed region, and guardrails of one region", () => {
    passes(control, [profile(arn("eu-central-1", MODEL))]);
    passes(control, [agent("anthropic.claude-3-haiku-20240307-v1:0")]);
    passes(control, [agent("zai.glm-4.6")]);
    passes(control, [declare("bedrock/guardrail:Guardrail", "g", {})]);
  });

  it("finds profiles that spread prompts over a geography or the world", () => {
    violates(control, [profile(arn("eu-central-1", `222222222222:${SPREAD}`))], INFERENCE);
    violates(control, [agent("us.anthropic.claude-3-haiku-20240307-v1:0")], FOUNDATION);
    violates(control, [agent("global.anthropic.claude-sonnet-4-20250514-v1:0")], FOUNDATION);
    const line = ["g (bedrock/guardrail): crossRegionConfig.guardrailProfileIdentifier"];
    violates(control, [guardrail("us.guardrail.v1:0")], line);
    violates(
      control,
      [guardrail(arn("eu-central-1", "222222222222:guardrail-profile/eu.guardrail.v1:0"))],
      line,
    );
  });

  it("finds a model of a region that is not allowed, and what leads to one", () => {
    violates(control, [profile(arn("us-east-1", MODEL))], INFERENCE);
    for (const kind of ["imported-model", "application-inference-profile", "prompt-router", "custom-model"])
      violates(control, [agent(arn("us-east-1", `222222222222:${kind}/a1b2`))], FOUNDATION);
    passes(control, [agent(arn("eu-central-1", "222222222222:application-inference-profile/a1b2"))]);
  });

  for (const [type, path, props] of [
    ["bedrockmodel/invocationJob:InvocationJob", "modelId", (model: string) => ({ modelId: model })],
    [
      "bedrock/agentPrompt:AgentPrompt",
      "variants[0].modelId",
      (model: string) => ({ variants: [{ modelId: model }] }),
    ],
    [
      "bedrock/agentKnowledgeBase:AgentKnowledgeBase",
      "knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.embeddingModelArn",
      (model: string) => ({
        knowledgeBaseConfiguration: { vectorKnowledgeBaseConfiguration: { embeddingModelArn: model } },
      }),
    ],
    [
      "bedrock/agentcoreHarness:AgentcoreHarness",
      "model.bedrockModelConfig.modelId",
      (model: string) => ({ model: { bedrockModelConfig: { modelId: model } } }),
    ],
    [
      "bedrock/evaluationJob:EvaluationJob",
      "inferenceConfig.models[0].bedrockModel.modelIdentifier",
      (model: string) => ({ inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: model } }] } }),
    ],
    [
      "bedrock/agentFlow:AgentFlow",
      "definition.nodes[0].configuration.prompt.sourceConfiguration.inline.modelId",
      (model: string) => ({
        definition: {
          nodes: [{ configuration: { prompt: { sourceConfiguration: { inline: { modelId: model } } } } }],
        },
      }),
    ],
  ] as const) {
    it(`judges ${type}`, () => {
      passes(control, [declare(type, "x", props("anthropic.claude-3-haiku-20240307-v1:0"))]);
      violates(
        control,
        [declare(type, "x", props("us.anthropic.claude-3-haiku-20240307-v1:0"))],
        [`x (${type.split(":")[0] ?? ""}): ${path}`],
      );
    });
  }

  it("finds models of other companies, which are in no region of AWS's", () => {
    const harness = declare("bedrock/agentcoreHarness:AgentcoreHarness", "h", {
      model: { openaiModelConfig: { modelId: "gpt-5" } },
    });
    violates(control, [harness], ["h (bedrock/agentcoreHarness): model.openaiModelConfig.modelId"]);
  });

  it("minds only the world where no regions are set", () => {
    const settings = { allowedRegions: [] };
    passes(control, [agent("eu.anthropic.claude-3-haiku-20240307-v1:0")], { settings });
    violates(control, [agent("global.anthropic.claude-sonnet-4-20250514-v1:0")], FOUNDATION, { settings });
  });

  it("waits for a profile that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: arn("us-east-1", MODEL) });
    defers(control, [parameter, profile(ref(parameter, "value"))], INFERENCE, INFERENCE);
    notApplicable(control, [parameter]);
  });
});
