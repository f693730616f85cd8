import { deferred, type Finding, type ResourceControl, type Subject, violation } from "../../core";
import { mustBeNonEmptyList } from "../sagemaker/non-empty";

const POLICIES = ["deploymentConfig.blueGreenUpdatePolicy", "deploymentConfig.rollingUpdatePolicy"];

export const smEndpointSafeRollout: ResourceControl = {
  kind: "resource",
  name: "sm-endpoint-safe-rollout",
  description:
    "In prod endpoints change over step by step, and go back by themselves when an alarm is raised.",
  severity: "medium",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "A model that fails, or answers nonsense, otherwise takes all the traffic at once and keeps it until somebody notices.",
  fix: {
    text: "Give the endpoint a blue/green or rolling policy, and the alarms that roll it back.",
    code: `deploymentConfig: {
  blueGreenUpdatePolicy: {
    trafficRoutingConfiguration: {
      type: "CANARY", waitIntervalInSeconds: 300, canarySize: { type: "CAPACITY_PERCENT", value: 10 },
    },
  },
  autoRollbackConfiguration: { alarms: [{ alarmName: errors.name }] },
},`,
  },
  frameworks: { nist: ["CM-3(2)", "CP-10"] },
  types: ["aws:sagemaker/endpoint:Endpoint"],
  check: (subject) => [
    ...judgePolicy(subject),
    ...mustBeNonEmptyList(
      subject,
      "deploymentConfig.autoRollbackConfiguration.alarms",
      "the alarms that roll the endpoint back",
    ),
  ],
};

function judgePolicy(subject: Subject): readonly Finding[] {
  const states = POLICIES.map((policy) => subject.properties.get(policy).state);
  if (states.includes("known")) return [];
  if (states.includes("unknown")) return [deferred(subject, "deploymentConfig")];
  return [
    violation(subject, "deploymentConfig", "no update policy", "a blue/green or rolling update policy"),
  ];
}
