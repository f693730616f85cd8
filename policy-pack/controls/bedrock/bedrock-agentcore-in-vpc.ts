import { type Finding, judgeValue, mustBe, type ResourceControl, type Subject, violation } from "../../core";
import { leavesNamed } from "../../core/walk";

/** An agent made of a model and tools, which brings a runtime with it. */
const HARNESS = "aws:bedrock/agentcoreHarness:AgentcoreHarness";

const REQUIRED = '"VPC", or "SANDBOX"';
const isClosed = (mode: unknown): boolean => mode === "VPC" || mode === "SANDBOX";

export const bedrockAgentcoreInVpc: ResourceControl = {
  kind: "resource",
  name: "bedrock-agentcore-in-vpc",
  description: "The runtimes, browsers and code interpreters of agents are in the VPC or a sandbox.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "An agent runs what a prompt talks it into. In AgentCore's public network mode it reaches the whole internet past the firewall, with all that it has read.",
  fix: {
    text: "Use the network mode VPC with private subnets and groups of its own; for a code interpreter SANDBOX will do.",
    code: `networkConfiguration: { networkMode: "VPC", networkModeConfig: { subnets, securityGroups: [group.id] } },`,
  },
  frameworks: { nist: ["SC-7", "AC-4", "SC-7(5)"] },
  types: [
    "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime",
    "aws:bedrock/agentcoreBrowser:AgentcoreBrowser",
    "aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter",
    HARNESS,
  ],
  check: (subject) =>
    subject.type === HARNESS
      ? judgeHarness(subject)
      : mustBe(subject, "networkConfiguration.networkMode", isClosed, REQUIRED),
};

/** Each of its environments says where it is; without a word it is on the internet. */
function judgeHarness(harness: Subject): readonly Finding[] {
  const property = "environments";
  const environments = harness.properties.get(property);
  const modes = leavesNamed(environments, property, ["networkMode"]);
  if (environments.state !== "unknown" && modes.length === 0)
    return [violation(harness, property, "no network mode", REQUIRED)];
  return environments.state === "unknown"
    ? judgeValue(harness, property, environments, isClosed, REQUIRED)
    : modes.flatMap(({ path, value }) => judgeValue(harness, path, value, isClosed, REQUIRED));
}
