import { smModelImageApproved as control } from "../../../policy-pack/controls/sagemaker-serving/sm-model-image-approved";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { image, key, model, ofModel } from "./serving-cases";

const OWN = image("444444444444");
const primary = (container: object) => model({ primaryContainer: container });
const LINE = [ofModel("primaryContainer.image")];

describe("sm-model-image-approved", () => {
  it("passes the organization's registries and AWS's own, pinned by digest", () => {
    passes(control, [primary({ image: OWN })]);
    passes(control, [model({ containers: [{ image: OWN }, { image: image("763104351884") }] })]);
    passes(control, [primary({ modelPackageName: "p" })]);
  });

  it("passes a registry that the settings list", () => {
    passes(control, [primary({ image: image("999999999999") })], {
      settings: { imageRegistries: ["999999999999"] },
    });
    passes(control, [primary({ image: "registry.acme.example/fraud:1" })], {
      tier: "dev",
      settings: { imageRegistries: ["registry.acme.example"] },
    });
  });

  it("finds foreign accounts and public registries", () => {
    violates(control, [primary({ image: image("999999999999") })], LINE);
    violates(control, [primary({ image: "public.ecr.aws/x/y:1" })], LINE);
    violates(control, [primary({ image: "python" })], LINE);
    violates(control, [primary({ image: `evil.example/${OWN}` })], LINE);
    violates(
      control,
      [model({ containers: [{ image: OWN }, { image: "x/y" }] })],
      [ofModel("containers[1].image")],
    );
  });

  it("finds a host that only begins as ECR's does", () => {
    const lookalike = `444444444444.dkr.ecr.eu-central-1.amazonaws.com.example.org/x@sha256:${"a".repeat(64)}`;
    violates(
      control,
      [declare("sagemaker/model:Model", "m", { primaryContainer: { image: lookalike } })],
      ["m (sagemaker/model): primaryContainer.image"],
    );
    for (const host of ["dkr.ecr.cn-north-1.amazonaws.com.cn", "dkr-ecr.eu-central-1.on.aws"]) {
      const image = `444444444444.${host}/x@sha256:${"a".repeat(64)}`;
      passes(control, [declare("sagemaker/model:Model", "m", { primaryContainer: { image } })]);
    }
  });

  it("finds a tag in prod, and takes it in dev", () => {
    const tagged = primary({ image: image("444444444444", ":1") });
    violates(control, [tagged], LINE);
    passes(control, [tagged], { tier: "dev" });
  });

  it("judges every type that runs an image", () => {
    const foreign = image("999999999999");
    const cases = [
      [
        "trainingJob:TrainingJob",
        { algorithmSpecification: { trainingImage: foreign } },
        "algorithmSpecification.trainingImage",
      ],
      [
        "trainingJob:TrainingJob",
        { debugRuleConfigurations: [{ ruleEvaluatorImage: foreign }] },
        "debugRuleConfigurations[0].ruleEvaluatorImage",
      ],
      [
        "hyperParameterTuningJob:HyperParameterTuningJob",
        { trainingJobDefinitions: [{ algorithmSpecification: { trainingImage: foreign } }] },
        "trainingJobDefinitions[0].algorithmSpecification.trainingImage",
      ],
      ["imageVersion:ImageVersion", { baseImage: foreign }, "baseImage"],
      [
        "dataQualityJobDefinition:DataQualityJobDefinition",
        { dataQualityAppSpecification: { imageUri: foreign } },
        "dataQualityAppSpecification.imageUri",
      ],
      [
        "algorithm:Algorithm",
        { trainingSpecification: { trainingImage: foreign } },
        "trainingSpecification.trainingImage",
      ],
    ] as const;
    for (const [type, props, property] of cases) {
      violates(
        control,
        [declare(`sagemaker/${type}`, "x", props)],
        [`x (sagemaker/${type.split(":")[0]}): ${property}`],
      );
    }
  });

  it("waits for what is not known yet: the image, or a whole container", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "x/y", whole: { image: "x/y" } });
    defers(control, [parameter, primary({ image: ref(parameter, "value") })], LINE, LINE);
    defers(
      control,
      [parameter, model({ primaryContainer: ref(parameter, "whole") })],
      [ofModel("primaryContainer")],
      LINE,
    );
    defers(
      control,
      [parameter, model({ containers: [ref(parameter, "whole")] })],
      [ofModel("containers[0]")],
      [ofModel("containers[0].image")],
    );
    notApplicable(control, [key]);
  });

  it("works without any account in the settings", () => {
    passes(control, [primary({ image: image("999999999999") })], { settings: { accounts: {} } });
    violates(control, [primary({ image: "docker.io/x/y" })], LINE, { settings: { accounts: {} } });
  });
});
