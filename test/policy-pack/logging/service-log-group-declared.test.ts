import { serviceLogGroupDeclared as control } from "../../../policy-pack/controls/logging/service-log-group-declared";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const group = (name: unknown) => declare("cloudwatch/logGroup:LogGroup", "log", { name });
const lambda = (props: Declared["props"] = {}) => declare("lambda/function:Function", "f", props);
const endpoint = declare("sagemaker/endpoint:Endpoint", "e", { name: "scoring" });
const FUNCTION = ["f (lambda/function): loggingConfig.logGroup"];
const ENDPOINT = ["e (sagemaker/endpoint): name"];

describe("service-log-group-declared", () => {
  it("passes a function whose group is declared under its name, or is named", () => {
    passes(control, [lambda({ name: "f" }), group("/aws/lambda/f")]);
    const function_ = lambda({ id: "f-1234567" });
    passes(control, [function_, group(ref(function_))]);
  });

  it("leaves alone a function that names another group", () => {
    const log = group("functions");
    notApplicable(control, [log, lambda({ name: "f", loggingConfig: { logGroup: ref(log, "name") } })]);
    notApplicable(control, [lambda({ name: "f", loggingConfig: { logGroup: "shared" } })]);
    const own = lambda({ name: "f", loggingConfig: { logGroup: "/aws/lambda/f" } });
    passes(control, [own, group("/aws/lambda/f")]);
    violates(control, [own], FUNCTION);
  });

  it("finds a function whose group Lambda makes", () => {
    violates(control, [lambda({ name: "f" })], FUNCTION);
    violates(control, [lambda()], FUNCTION);
    violates(control, [lambda({ name: "f", loggingConfig: { logFormat: "JSON" } })], FUNCTION);
    violates(control, [lambda({ name: "f" }), group("/aws/lambda/g")], FUNCTION);
    violates(control, [lambda({ name: "f" }), group("/aws/lambda/F")], FUNCTION);
  });

  it("finds an endpoint whose group SageMaker makes", () => {
    passes(control, [endpoint, group("/aws/sagemaker/Endpoints/scoring")]);
    violates(control, [endpoint], ENDPOINT);
    violates(control, [endpoint, group("/aws/sagemaker/Endpoints/ranking")], ENDPOINT);
    notApplicable(control, [declare("sagemaker/endpoint:Endpoint", "e")]);
  });

  it("takes no group of another account for this one's", () => {
    const there = {
      provider: { type: "pulumi:providers:aws", name: "t", props: { allowedAccountIds: '["333333333333"]' } },
    };
    const elsewhere = { ...group("/aws/sagemaker/Endpoints/scoring"), more: there };
    violates(control, [endpoint, elsewhere], ENDPOINT);
  });

  it("wants the groups of SageMaker's jobs where an account is set up for them", () => {
    const trust = (service: string) => ({
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
    });
    const role = (service: string) =>
      declare("iam/role:Role", "training", { assumeRolePolicy: trust(service) });
    const detector = declare("guardduty/detector:Detector", "threats");
    const named = (name: string) =>
      declare("cloudwatch/logGroup:LogGroup", name, { name: `/aws/sagemaker/${name}` });
    const groups = ["ProcessingJobs", "TrainingJobs", "TransformJobs"].map(named);
    const training = role("sagemaker.amazonaws.com");
    passes(control, [detector, training, ...groups]);
    const line = "training (iam/role): assumeRolePolicy";
    violates(control, [detector, training, ...groups.slice(1)], [line]);
    violates(control, [detector, training], [line, line, line]);
    notApplicable(control, [training]);
    const notebook = declare("sagemaker/notebookInstance:NotebookInstance", "n", { name: "n" });
    passes(control, [detector, notebook, named("NotebookInstances")]);
    violates(control, [detector, notebook], ["n (sagemaker/notebookInstance): name"]);
    notApplicable(control, [notebook]);
    notApplicable(control, [detector, role("lambda.amazonaws.com")]);
  });

  it("waits for names that are not known yet", () => {
    const suffix = declare("random:index/randomPet:RandomPet", "pet", { id: "/aws/lambda/other" });
    defers(control, [suffix, group(ref(suffix)), lambda({ name: "f" })], FUNCTION, FUNCTION);
    notApplicable(control, [suffix]);
  });
});
