import { mustBe, type ResourceControl } from "../../core";

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
  ],
  check: (subject) =>
    mustBe(
      subject,
      "networkConfiguration.networkMode",
      (mode) => mode === "VPC" || mode === "SANDBOX",
      '"VPC", or "SANDBOX"',
    ),
};
