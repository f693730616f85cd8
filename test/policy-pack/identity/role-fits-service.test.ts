import { roleFitsService as control } from "../../../policy-pack/controls/identity/role-fits-service";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const roleFor = (principal: unknown, name = "worker"): Declared =>
  declare("iam/role:Role", name, {
    name,
    assumeRolePolicy: {
      Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
    },
  });
const service = (...Service: readonly string[]) => roleFor({ Service });
const people = roleFor({ AWS: "arn:aws:iam::222222222222:root" });
const functionWith = (role: unknown) => declare("lambda/function:Function", "f", { role });

describe("role-fits-service", () => {
  it("passes a role that its service may assume", () => {
    const lambda = service("lambda.amazonaws.com");
    passes(control, [lambda, functionWith(ref(lambda, "arn"))]);
    passes(control, [
      service("ec2.amazonaws.com", "lambda.amazonaws.com"),
      functionWith("arn:aws:iam::1:role/worker"),
    ]);
    const states = service("states.eu-central-1.amazonaws.com");
    passes(control, [states, declare("sfn/stateMachine:StateMachine", "s", { roleArn: ref(states, "arn") })]);
  });

  for (const [type, props, property] of [
    ["lambda/function:Function", (role: unknown) => ({ role }), "role"],
    ["sagemaker/model:Model", (role: unknown) => ({ executionRoleArn: role }), "executionRoleArn"],
    ["sagemaker/notebookInstance:NotebookInstance", (role: unknown) => ({ roleArn: role }), "roleArn"],
    ["sagemaker/featureGroup:FeatureGroup", (role: unknown) => ({ roleArn: role }), "roleArn"],
    [
      "sagemaker/domain:Domain",
      (role: unknown) => ({ defaultUserSettings: { executionRole: role } }),
      "defaultUserSettings.executionRole",
    ],
    ["ecs/taskDefinition:TaskDefinition", (role: unknown) => ({ taskRoleArn: role }), "taskRoleArn"],
    ["glue/job:Job", (role: unknown) => ({ roleArn: role }), "roleArn"],
    ["iam/instanceProfile:InstanceProfile", (role: unknown) => ({ role }), "role"],
    ["cloudtrail/trail:Trail", (role: unknown) => ({ cloudWatchLogsRoleArn: role }), "cloudWatchLogsRoleArn"],
  ] as const) {
    it(`refuses a role for people in ${type}`, () => {
      const found = [`it (${type.split(":")[0] ?? ""}): ${property}`];
      violates(control, [people, declare(type, "it", props(ref(people, "arn")))], found);
      violates(control, [people, declare(type, "it", props("arn:aws:iam::1:role/worker"))], found);
      const other = service("backup.amazonaws.com");
      violates(control, [other, declare(type, "it", props(ref(other, "arn")))], found);
    });
  }

  it("does not take a Deny for trust", () => {
    const denied = declare("iam/role:Role", "r", {
      assumeRolePolicy: {
        Statement: [
          { Effect: "Deny", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
        ],
      },
    });
    violates(control, [denied, functionWith(ref(denied, "arn"))], ["f (lambda/function): role"]);
  });

  it("waits for a trust policy that is not known yet", () => {
    const late = declare("iam/role:Role", "r", { assumeRolePolicy: ref(people, "trust") });
    defers(
      control,
      [late, functionWith(ref(late, "arn"))],
      ["f (lambda/function): role"],
      ["f (lambda/function): role"],
    );
  });

  it("has nothing to judge in roles of elsewhere, and in roles that a service is told of", () => {
    notApplicable(control, [functionWith("arn:aws:iam::222222222222:role/elsewhere")]);
    notApplicable(control, [
      people,
      declare("sagemaker/deviceFleet:DeviceFleet", "d", { roleArn: ref(people, "arn") }),
    ]);
  });
});
