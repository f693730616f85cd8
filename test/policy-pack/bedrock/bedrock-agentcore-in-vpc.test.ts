import { bedrockAgentcoreInVpc as control } from "../../../policy-pack/controls/bedrock/bedrock-agentcore-in-vpc";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

describe("bedrock-agentcore-in-vpc", () => {
  const harness = "aws:bedrock/agentcoreHarness:AgentcoreHarness";
  const types = control.kind === "resource" ? control.types : [];

  for (const type of types.filter((each) => each !== harness)) {
    it(`wants ${type} off the internet`, () => {
      const short = type.slice("aws:".length).split(":")[0] ?? "";
      const line = [`a (${short}): networkConfiguration.networkMode`];
      const agent = (networkMode: unknown) => declare(type, "a", { networkConfiguration: { networkMode } });
      for (const mode of ["VPC", "SANDBOX"]) passes(control, [agent(mode)]);
      violates(control, [agent("PUBLIC")], line);
      violates(control, [declare(type, "a")], line);
      const value = declare("made/up:Value", "v", { mode: "PUBLIC" });
      defers(control, [value, agent(ref(value, "mode"))], line, line);
    });
  }

  it("wants each environment of a harness off the internet", () => {
    const agent = (...modes: readonly unknown[]) =>
      declare(harness, "a", {
        environments: modes.map((networkMode) => ({
          agentcoreRuntimeEnvironments: [{ networkConfigurations: [{ networkMode }] }],
        })),
      });
    const at = (index: number) =>
      `a (bedrock/agentcoreHarness): environments[${index}].agentcoreRuntimeEnvironments[0].networkConfigurations[0].networkMode`;
    passes(control, [agent("VPC")]);
    violates(control, [agent("VPC", "PUBLIC")], [at(1)]);
    violates(control, [declare(harness, "a")], ["a (bedrock/agentcoreHarness): environments"]);
    const value = declare("made/up:Value", "v", { mode: "PUBLIC" });
    defers(control, [value, agent(ref(value, "mode"))], [at(0)], [at(0)]);
  });

  it("has nothing to say of other resources", () => {
    notApplicable(control, [declare("bedrock/agentAgent:AgentAgent", "a")]);
  });
});
