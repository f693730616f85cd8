import { bedrockAgentcoreInVpc as control } from "../../../policy-pack/controls/bedrock/bedrock-agentcore-in-vpc";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

describe("bedrock-agentcore-in-vpc", () => {
  for (const type of control.kind === "resource" ? control.types : []) {
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

  it("has nothing to say of other resources", () => {
    notApplicable(control, [declare("bedrock/agentAgent:AgentAgent", "a")]);
  });
});
