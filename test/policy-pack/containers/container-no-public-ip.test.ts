import { containerNoPublicIp as control } from "../../../policy-pack/controls/containers/container-no-public-ip";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const FORMS: readonly (readonly [type: string, path: string, props: (publicly: unknown) => object])[] = [
  [
    "ecs/service:Service",
    "networkConfiguration.assignPublicIp",
    (assignPublicIp) => ({ networkConfiguration: { assignPublicIp } }),
  ],
  [
    "ecs/taskSet:TaskSet",
    "networkConfiguration.assignPublicIp",
    (assignPublicIp) => ({ networkConfiguration: { assignPublicIp } }),
  ],
  [
    "cloudwatch/eventTarget:EventTarget",
    "ecsTarget.networkConfiguration.assignPublicIp",
    (assignPublicIp) => ({ ecsTarget: { networkConfiguration: { assignPublicIp } } }),
  ],
  [
    "scheduler/schedule:Schedule",
    "target.ecsParameters.networkConfiguration.assignPublicIp",
    (assignPublicIp) => ({ target: { ecsParameters: { networkConfiguration: { assignPublicIp } } } }),
  ],
  [
    "pipes/pipe:Pipe",
    "targetParameters.ecsTaskParameters.networkConfiguration.awsVpcConfiguration.assignPublicIp",
    (assignPublicIp) => ({
      targetParameters: {
        ecsTaskParameters: { networkConfiguration: { awsVpcConfiguration: { assignPublicIp } } },
      },
    }),
  ],
];
const json = (type: string, input: string, definition: object) =>
  declare(type, "x", { [input]: JSON.stringify(definition) });

describe("container-no-public-ip", () => {
  for (const [type, path, props] of FORMS) {
    it(`wants ${type} in private subnets`, () => {
      const line = [`x (${type.split(":")[0] ?? ""}): ${path}`];
      const one = (publicly: unknown) => declare(type, "x", { ...props(publicly) });
      passes(control, [declare(type, "x")]);
      for (const privately of [false, "DISABLED"]) passes(control, [one(privately)]);
      for (const publicly of [true, "ENABLED"]) violates(control, [one(publicly)], line);
      const value = declare("made/up:Value", "v", { public: true });
      defers(control, [value, one(ref(value, "public"))], line, line);
    });
  }

  it("reads the definitions of jobs and state machines", () => {
    const network = (assignPublicIp: string) => ({ networkConfiguration: { assignPublicIp } });
    const job = "batch/jobDefinition:JobDefinition";
    passes(control, [json(job, "containerProperties", network("DISABLED"))]);
    violates(
      control,
      [json(job, "containerProperties", network("ENABLED"))],
      ["x (batch/jobDefinition): containerProperties.networkConfiguration.assignPublicIp"],
    );
    violates(
      control,
      [json(job, "ecsProperties", { taskProperties: [network("ENABLED")] })],
      ["x (batch/jobDefinition): ecsProperties.taskProperties[0].networkConfiguration.assignPublicIp"],
    );
    const states = (AssignPublicIp: string) => ({
      States: { Run: { Parameters: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp } } } } },
    });
    passes(control, [json("sfn/stateMachine:StateMachine", "definition", states("DISABLED"))]);
    violates(
      control,
      [json("sfn/stateMachine:StateMachine", "definition", states("ENABLED"))],
      [
        "x (sfn/stateMachine): definition.States.Run.Parameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp",
      ],
    );
  });

  it("wants App Runner told to be private, and nothing in Lightsail", () => {
    const service = (isPubliclyAccessible: unknown) =>
      declare("apprunner/service:Service", "x", {
        networkConfiguration: { ingressConfiguration: { isPubliclyAccessible } },
      });
    const line = ["x (apprunner/service): networkConfiguration.ingressConfiguration.isPubliclyAccessible"];
    passes(control, [service(false)]);
    violates(control, [service(true)], line);
    violates(control, [declare("apprunner/service:Service", "x")], line);
    violates(control, [declare("lightsail/instance:Instance", "x")], ["x (lightsail/instance): "]);
    notApplicable(control, [declare("ecs/cluster:Cluster", "x")]);
  });
});
