import { approvedAmis } from "../../../policy-pack/controls/supply-chain/approved-amis";
import { gitSourcesAllowListed } from "../../../policy-pack/controls/supply-chain/git-sources-allow-listed";
import assert from "node:assert/strict";
import { declare, ref } from "../support/resources";
import { defers, judgeBy, notApplicable, passes, violates } from "../support/verdicts";

describe("approved-amis", () => {
  const control = approvedAmis;
  const settings = { machineImages: ["ami-0a", "/acme/images/.*"] };
  const instance = (ami: unknown) => declare("ec2/instance:Instance", "i", { ami });
  const template = (imageId: unknown) => declare("ec2/launchTemplate:LaunchTemplate", "t", { imageId });

  it("passes listed images, AWS's parameters, images of the stack, and any id while none is listed", () => {
    passes(control, [instance("ami-0a")], { settings });
    passes(control, [instance("ami-0b")]);
    passes(control, [instance(undefined)], { settings });
    passes(control, [
      template("resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"),
    ]);
    passes(control, [template("resolve:ssm:/acme/images/gpu:3")], { settings });
    const own = declare("ec2/amiCopy:AmiCopy", "own", { id: "ami-0c" });
    passes(control, [own, instance(ref(own))], { settings });
  });

  it("finds other images, and others' parameters, wherever a machine is described", () => {
    violates(control, [instance("ami-0b")], ["i (ec2/instance): ami"], { settings });
    violates(control, [template("ami-0b")], ["t (ec2/launchTemplate): imageId"], { settings });
    violates(control, [template("resolve:ssm:/someone/ami")], ["t (ec2/launchTemplate): imageId"]);
    violates(
      control,
      [template("resolve:ssm:/someone/aws/service/ami")],
      ["t (ec2/launchTemplate): imageId"],
    );
    const fleet = declare("ec2/spotFleetRequest:SpotFleetRequest", "f", {
      launchSpecifications: [{ ami: "ami-0b" }],
    });
    violates(control, [fleet], ["f (ec2/spotFleetRequest): launchSpecifications[0].ami"], { settings });
    const batch = declare("batch/computeEnvironment:ComputeEnvironment", "b", {
      computeResources: { imageId: "ami-0b", ec2Configurations: [{ imageIdOverride: "ami-0c" }] },
    });
    violates(
      control,
      [batch],
      [
        "b (batch/computeEnvironment): computeResources.imageId",
        "b (batch/computeEnvironment): computeResources.ec2Configurations[0].imageIdOverride",
      ],
      { settings },
    );
  });

  it("wants nodes with accelerators from images made for them", () => {
    const nodes = (props: object) => declare("eks/nodeGroup:NodeGroup", "n", { ...props });
    passes(control, [nodes({ instanceTypes: ["m5.large"] })]);
    passes(control, [nodes({ instanceTypes: ["g5.xlarge"], amiType: "AL2023_x86_64_NVIDIA" })]);
    passes(control, [nodes({ instanceTypes: ["trn1.2xlarge"], amiType: "AL2023_x86_64_NEURON" })]);
    passes(control, [nodes({ amiType: "CUSTOM", launchTemplate: { id: "lt-1" } })]);
    violates(control, [nodes({ instanceTypes: ["g5.xlarge"] })], ["n (eks/nodeGroup): amiType"]);
    violates(
      control,
      [nodes({ instanceTypes: ["g5.xlarge"], amiType: "AL2023_x86_64_STANDARD" })],
      ["n (eks/nodeGroup): amiType"],
    );
    violates(control, [nodes({ amiType: "CUSTOM" })], ["n (eks/nodeGroup): amiType"]);
  });

  it("waits for an image that is not known yet, and has nothing to judge without machines", () => {
    const image = declare("ssm/parameter:Parameter", "p", { value: "ami-0b" });
    const found = ["i (ec2/instance): ami"];
    defers(control, [image, instance(ref(image, "value"))], found, found, { settings });
    notApplicable(control, [image]);
  });
});

describe("git-sources-allow-listed", () => {
  const control = gitSourcesAllowListed;
  const settings = { gitSources: ["https://github.com/acme", "git@git.acme.example:"] };
  const repository = (
    repositoryUrl: unknown,
    secretArn: unknown = "arn:aws:secretsmanager:eu-central-1:1:secret:git",
  ) => declare("sagemaker/codeRepository:CodeRepository", "r", { gitConfig: { repositoryUrl, secretArn } });
  const notebook = (props: object) =>
    declare("sagemaker/notebookInstance:NotebookInstance", "n", { ...props });
  const project = (source: object, more: object = {}) =>
    declare("codebuild/project:Project", "b", { source, ...more });
  const URL = ["r (sagemaker/codeRepository): gitConfig.repositoryUrl"];

  it("passes listed sources, CodeCommit, names of repositories, and what is no repository", () => {
    passes(control, [repository("https://github.com/acme/models.git")], { settings });
    passes(control, [repository("https://git-codecommit.eu-central-1.amazonaws.com/v1/repos/x", null)], {
      settings,
    });
    passes(control, [repository("https://gitlab.com/anyone/x.git")]);
    passes(control, [notebook({ defaultCodeRepository: "models" }), notebook({})], { settings });
    passes(control, [project({ type: "S3", location: "acme-builds/x.zip" })], { settings });
    passes(control, [project({ type: "GITHUB", location: "https://github.com/acme/x.git" })], { settings });
  });

  it("finds other sources, and those that only begin alike", () => {
    for (const url of [
      "https://gitlab.com/anyone/x.git",
      "https://github.com/acme-evil/x.git",
      "https://github.com.example.org/acme/x.git",
      "https://github.com@evil.example/acme/x.git",
    ])
      violates(control, [repository(url)], URL, { settings });
    violates(
      control,
      [notebook({ additionalCodeRepositories: ["models", "https://github.com/other/x"] })],
      ["n (sagemaker/notebookInstance): additionalCodeRepositories[1]"],
      { settings },
    );
    violates(
      control,
      [
        project(
          { type: "NO_SOURCE" },
          { secondarySources: [{ type: "GITHUB", location: "https://github.com/other/x" }] },
        ),
      ],
      ["b (codebuild/project): secondarySources[0].location"],
      { settings },
    );
  });

  it("finds plain text, checks of certificates turned off, and credentials in the address", () => {
    violates(control, [repository("http://github.com/acme/x.git")], URL, { settings });
    violates(
      control,
      [project({ type: "GITHUB_ENTERPRISE", location: "https://github.com/acme/x", insecureSsl: true })],
      ["b (codebuild/project): source.insecureSsl"],
    );
    const password = ["correct", "horse"].join("-");
    const leaking = repository(`https://user:${password}@github.com/acme/x.git`);
    violates(control, [leaking], URL, { settings });
    assert.ok(!JSON.stringify(judgeBy(control, [leaking], "known")).includes(password));
  });

  it("wants the credential as a secret", () => {
    violates(
      control,
      [repository("https://github.com/acme/models.git", null)],
      ["r (sagemaker/codeRepository): gitConfig.secretArn"],
      { settings },
    );
    const secret = declare("secretsmanager/secret:Secret", "s");
    passes(control, [secret, repository("https://github.com/acme/models.git", ref(secret, "arn"))], {
      settings,
    });
  });

  it("waits for an address that is not known yet", () => {
    const url = declare("ssm/parameter:Parameter", "p", { value: "http://github.com/acme/x" });
    defers(control, [url, repository(ref(url, "value"))], URL, URL);
  });
});
