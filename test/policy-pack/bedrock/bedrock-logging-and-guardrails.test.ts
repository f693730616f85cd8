import { bedrockLoggingAndGuardrails as control } from "../../../policy-pack/controls/bedrock/bedrock-logging-and-guardrails";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const logging = (loggingConfig: unknown) =>
  declare("bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration", "l", {
    loggingConfig,
  });
const LOGGED = logging({ cloudwatchConfig: { logGroupName: "x", roleArn: "y" } });
const ATTACKS = { type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" };
const guardrail = (props: Declared["props"] = {}) =>
  declare("bedrock/guardrail:Guardrail", "g", {
    kmsKeyArn: ref(key, "arn"),
    contentPolicyConfig: { filtersConfigs: [ATTACKS] },
    sensitiveInformationPolicyConfig: { piiEntitiesConfigs: [{ type: "EMAIL", action: "BLOCK" }] },
    ...props,
  });
const custom = (props: Declared["props"]) => declare("bedrock/customModel:CustomModel", "c", props);
const around = [key, LOGGED];
const at = (property: string) => [`g (bedrock/guardrail): ${property}`];
const filtered = (filter: object) =>
  guardrail({ contentPolicyConfig: { filtersConfigs: [{ ...ATTACKS, ...filter }] } });

describe("bedrock-logging-and-guardrails", () => {
  it("passes logging and a guardrail, and has nothing to judge without Bedrock", () => {
    passes(control, [...around, guardrail()]);
    passes(control, [
      ...around,
      guardrail({
        sensitiveInformationPolicyConfig: { regexesConfigs: [{ name: "id", pattern: "x", action: "BLOCK" }] },
      }),
    ]);
    notApplicable(control, [...around]);
  });

  it("finds Bedrock without logging or without a guardrail, used by resources or by roles", () => {
    violates(control, [key, guardrail()], at("loggingConfig"));
    violates(
      control,
      [...around.slice(0, 1), logging({}), guardrail()],
      ["l (bedrockmodel/invocationLoggingConfiguration): loggingConfig"],
    );
    const policy = JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "bedrock:Invoke*", Resource: "*" }],
    });
    violates(
      control,
      [declare("iam/rolePolicy:RolePolicy", "p", { policy })],
      ["p (iam/rolePolicy): loggingConfig", "p (iam/rolePolicy): guardrail"],
    );
    violates(
      control,
      [LOGGED, declare("bedrock/agentAgent:AgentAgent", "a", {})],
      ["a (bedrock/agentAgent): guardrail"],
    );
  });

  it("finds a guardrail without a key, and filters that are absent or do nothing", () => {
    violates(control, [...around, guardrail({ kmsKeyArn: undefined })], at("kmsKeyArn"));
    const filters = at("contentPolicyConfig.filtersConfigs");
    violates(control, [...around, guardrail({ contentPolicyConfig: undefined })], filters);
    violates(control, [...around, filtered({ type: "HATE" })], filters);
    violates(control, [...around, filtered({ inputStrength: "NONE" })], filters);
    violates(control, [...around, filtered({ inputAction: "NONE" })], filters);
    violates(control, [...around, filtered({ inputEnabled: false })], filters);
    violates(
      control,
      [...around, guardrail({ sensitiveInformationPolicyConfig: { piiEntitiesConfigs: [] } })],
      at("sensitiveInformationPolicyConfig"),
    );
  });

  it("finds custom models without a key or outside the VPC", () => {
    const vpcConfig = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
    passes(control, [...around, guardrail(), custom({ customModelKmsKeyId: ref(key, "arn"), vpcConfig })]);
    violates(
      control,
      [...around, guardrail(), custom({})],
      ["customModelKmsKeyId", "vpcConfig.subnetIds", "vpcConfig.securityGroupIds"].map(
        (property) => `c (bedrock/customModel): ${property}`,
      ),
    );
  });

  it("waits for a filter that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "NONE" });
    const filters = at("contentPolicyConfig.filtersConfigs");
    defers(
      control,
      [...around, parameter, filtered({ inputStrength: ref(parameter, "value") })],
      filters,
      filters,
    );
  });
});
