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

  it("says when a state machine takes the address from its input", () => {
    const run = (network: object) =>
      json("sfn/stateMachine:StateMachine", "definition", { States: { Run: { Parameters: network } } });
    const at = "x (sfn/stateMachine): definition.States.Run.Parameters";
    const byPath = [`${at}["AssignPublicIp.$"]`];
    defers(control, [run({ "AssignPublicIp.$": "$.public" })], byPath, byPath);
    const byExpression = [`${at}.AssignPublicIp`];
    defers(control, [run({ AssignPublicIp: "{% $public %}" })], byExpression, byExpression);
    violates(
      control,
      [run({ NetworkInterfaces: [{ AssociatePublicIpAddress: true }] })],
      [`${at}.NetworkInterfaces[0].AssociatePublicIpAddress`],
    );
  });

  it("reads what a schedule hands to the service itself", () => {
    const schedule = (AssignPublicIp: string) =>
      declare("scheduler/schedule:Schedule", "x", { target: { input: JSON.stringify({ AssignPublicIp }) } });
    passes(control, [schedule("DISABLED")]);
    violates(control, [schedule("ENABLED")], ["x (scheduler/schedule): target.input.AssignPublicIp"]);
  });

  it("wants an express service in subnets that it names", () => {
    const service = (networkConfigurations?: unknown) =>
      declare("ecs/expressGatewayService:ExpressGatewayService", "x", { networkConfigurations });
    passes(control, [service([{ subnets: ["subnet-0a1b2c3d"] }])]);
    const line = ["x (ecs/expressGatewayService): networkConfigurations"];
    violates(control, [service()], line);
    violates(control, [service([{ securityGroups: ["sg-0a1b2c3d"] }])], line);
  });

  for (const [type, props, property] of [
    ["appstream/fleet:Fleet", { enableDefaultInternetAccess: true }, "enableDefaultInternetAccess"],
    [
      "appstream/imageBuilder:ImageBuilder",
      { enableDefaultInternetAccess: true },
      "enableDefaultInternetAccess",
    ],
    ["mwaa/environment:Environment", { webserverAccessMode: "PUBLIC_ONLY" }, "webserverAccessMode"],
    [
      "workspaces/directory:Directory",
      { workspaceCreationProperties: { enableInternetAccess: true } },
      "workspaceCreationProperties.enableInternetAccess",
    ],
  ] as const) {
    it(`wants ${type} off the internet, as it is by default`, () => {
      passes(control, [declare(type, "x")]);
      violates(control, [declare(type, "x", props)], [`x (${type.split(":")[0] ?? ""}): ${property}`]);
    });
  }

  it("wants App Runner told to be private, and nothing in Lightsail", () => {
    const service = (isPubliclyAccessible: unknown) =>
      declare("apprunner/service:Service", "x", {
        networkConfiguration: { ingressConfiguration: { isPubliclyAccessible } },
      });
    const line = ["x (apprunner/service): networkConfiguration.ingressConfiguration.isPubliclyAccessible"];
    passes(control, [service(false)]);
    violates(control, [service(true)], line);
    violates(control, [declare("apprunner/service:Service", "x")], line);
    for (const type of ["instance:Instance", "containerService:ContainerService"]) {
      const short = `lightsail/${type.split(":")[0] ?? ""}`;
      violates(control, [declare(`lightsail/${type}`, "x")], [`x (${short}): `]);
    }
    notApplicable(control, [declare("ecs/cluster:Cluster", "x")]);
  });
});
