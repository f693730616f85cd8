import { gpuCapacityGuardrails as control } from "../../../policy-pack/controls/cost/gpu-capacity-guardrails";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const DEV = { tier: "dev" } as const;
const instance = (props: object) => declare("ec2/instance:Instance", "i", { ...props });
const job = (resourceConfig: object, more: object = {}) =>
  declare("sagemaker/trainingJob:TrainingJob", "j", {
    resourceConfig,
    stoppingCondition: { maxRuntimeInSeconds: 86400 },
    ...more,
  });
const LARGE = "ml.p5.48xlarge";

describe("gpu-capacity-guardrails", () => {
  it("passes machines without accelerators, and a few with", () => {
    passes(control, [instance({ instanceType: "m5.large" })]);
    passes(control, [instance({ instanceType: "g5.xlarge" })], DEV);
    passes(control, [job({ instanceType: "ml.g5.xlarge", instanceCount: 2 })], DEV);
    passes(control, [declare("autoscaling/group:Group", "g", { maxSize: 100 })], DEV);
  });

  it("holds types against the tier's list", () => {
    const settings = { instanceTypes: { dev: ["t3\\..*", "ml\\.t3\\..*"] } };
    passes(control, [instance({ instanceType: "t3.large" })], { ...DEV, settings });
    violates(control, [instance({ instanceType: "m5.large" })], ["i (ec2/instance): instanceType"], {
      ...DEV,
      settings,
    });
    passes(control, [instance({ instanceType: "m5.large" })], { tier: "prod", settings });
    const variants = { productionVariants: [{ instanceType: "ml.m5.large" }] };
    violates(
      control,
      [declare("sagemaker/endpointConfiguration:EndpointConfiguration", "e", variants)],
      ["e (sagemaker/endpointConfiguration): productionVariants[0].instanceType"],
      { ...DEV, settings },
    );
  });

  it("counts machines with accelerators wherever they are counted", () => {
    violates(
      control,
      [job({ instanceType: "ml.g5.xlarge", instanceCount: 3 })],
      ["j (sagemaker/trainingJob): resourceConfig.instanceCount"],
      DEV,
    );
    violates(
      control,
      [job({ instanceGroups: [{ instanceType: "ml.g5.xlarge", instanceCount: 17 }] })],
      ["j (sagemaker/trainingJob): resourceConfig.instanceGroups[0].instanceCount"],
    );
    const variant = {
      instanceType: "ml.g5.xlarge",
      initialInstanceCount: 1,
      managedInstanceScaling: { maxInstanceCount: 20 },
    };
    violates(
      control,
      [
        declare("sagemaker/endpointConfiguration:EndpointConfiguration", "e", {
          productionVariants: [variant],
        }),
      ],
      ["e (sagemaker/endpointConfiguration): productionVariants[0].managedInstanceScaling.maxInstanceCount"],
    );
    const overrides = { launchTemplate: { overrides: [{ instanceType: "g5.xlarge" }] } };
    violates(
      control,
      [declare("autoscaling/group:Group", "g", { maxSize: 5, mixedInstancesPolicy: overrides })],
      ["g (autoscaling/group): maxSize"],
      { tier: "staging" },
    );
    violates(
      control,
      [
        declare("eks/nodeGroup:NodeGroup", "n", {
          instanceTypes: ["g5.xlarge"],
          scalingConfig: { maxSize: 9 },
        }),
      ],
      ["n (eks/nodeGroup): scalingConfig.maxSize"],
      { tier: "prod", settings: { mostAccelerated: { prod: 8 } } },
    );
  });

  it("wants the largest as spot or reserved", () => {
    violates(control, [instance({ instanceType: "p5.48xlarge" })], ["i (ec2/instance): instanceType"]);
    passes(control, [
      instance({ instanceType: "p5.48xlarge", instanceMarketOptions: { marketType: "spot" } }),
    ]);
    passes(control, [
      instance({
        instanceType: "trn1.32xlarge",
        capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: "cr-1" } },
      }),
    ]);
    violates(
      control,
      [
        instance({
          instanceType: "p4d.24xlarge",
          capacityReservationSpecification: { capacityReservationPreference: "open" },
        }),
      ],
      ["i (ec2/instance): instanceType"],
    );
    passes(control, [instance({ instanceType: "p5.48xlarge", tags: { CapacityReservation: "cr-1" } })]);
    violates(
      control,
      [instance({ instanceType: "p5.48xlarge", tags: { CapacityReservation: " " } })],
      ["i (ec2/instance): instanceType"],
    );
    violates(
      control,
      [job({ instanceType: LARGE, instanceCount: 1 })],
      ["j (sagemaker/trainingJob): resourceConfig.instanceType"],
    );
    passes(control, [job({ instanceType: LARGE, instanceCount: 1 }, { enableManagedSpotTraining: true })]);
    passes(control, [job({ instanceType: LARGE, instanceCount: 1, trainingPlanArn: "arn:plan" })]);
    passes(control, [
      declare("eks/nodeGroup:NodeGroup", "n", { instanceTypes: ["p5.48xlarge"], capacityType: "SPOT" }),
    ]);
    const reserved = {
      instanceType: LARGE,
      capacityReservationConfig: { mlReservationArn: "arn:reservation" },
    };
    const variants = (...productionVariants: readonly object[]) =>
      declare("sagemaker/endpointConfiguration:EndpointConfiguration", "e", { productionVariants });
    passes(control, [variants(reserved)]);
    violates(
      control,
      [variants(reserved, { instanceType: LARGE })],
      ["e (sagemaker/endpointConfiguration): productionVariants[1].instanceType"],
    );
  });

  it("wants an end: of a job within days, of a notebook by a script", () => {
    const long = { stoppingCondition: { maxRuntimeInSeconds: 2419200 } };
    const at = ["j (sagemaker/trainingJob): stoppingCondition.maxRuntimeInSeconds"];
    violates(control, [job({ instanceType: "ml.g5.xlarge" }, long)], at);
    violates(control, [job({ instanceType: "ml.g5.xlarge" }, { stoppingCondition: undefined })], at);
    passes(control, [job({ instanceType: "ml.m5.large" }, long)]);
    const notebook = (props: object) =>
      declare("sagemaker/notebookInstance:NotebookInstance", "n", { instanceType: "ml.g5.xlarge", ...props });
    violates(control, [notebook({})], ["n (sagemaker/notebookInstance): lifecycleConfigName"]);
    passes(control, [notebook({ lifecycleConfigName: "stop-when-idle" })]);
  });

  it("waits for a type that is not known yet", () => {
    const type = declare("ssm/parameter:Parameter", "p", { value: "p5.48xlarge" });
    const at = ["i (ec2/instance): instanceType"];
    defers(control, [type, instance({ instanceType: ref(type, "value") })], at, at);
  });

  it("waits for what asks for machines, counts them or reserves them as a whole", () => {
    const maker = declare("sqs/queue:Queue", "q", {
      config: { instanceType: "ml.g5.xlarge", instanceCount: 99 },
      scaling: { maxSize: 99 },
      open: { capacityReservationPreference: "open" },
      market: "on-demand",
    });
    const count = ["j (sagemaker/trainingJob): resourceConfig.instanceCount"];
    const whole = declare("sagemaker/trainingJob:TrainingJob", "j", {
      resourceConfig: ref(maker, "config"),
      stoppingCondition: { maxRuntimeInSeconds: 86400 },
    });
    defers(control, [maker, whole], ["j (sagemaker/trainingJob): resourceConfig"], count);
    const nodes = declare("eks/nodeGroup:NodeGroup", "n", {
      instanceTypes: ["g5.xlarge"],
      scalingConfig: ref(maker, "scaling"),
    });
    defers(
      control,
      [maker, nodes],
      ["n (eks/nodeGroup): scalingConfig"],
      ["n (eks/nodeGroup): scalingConfig.maxSize"],
    );
    const type = ["i (ec2/instance): instanceType"];
    const late = (more: object) => [maker, instance({ instanceType: "p4d.24xlarge", ...more })];
    defers(control, late({ capacityReservationSpecification: ref(maker, "open") }), type, type);
    defers(control, late({ instanceMarketOptions: { marketType: ref(maker, "market") } }), type, type);
  });
});
