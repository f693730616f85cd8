import { containerImagesApproved } from "../../../policy-pack/controls/supply-chain/container-images-approved";
import { ecrImmutableAndScanned } from "../../../policy-pack/controls/supply-chain/ecr-immutable-and-scanned";
import { ecrUpstreamsAllowListed } from "../../../policy-pack/controls/supply-chain/ecr-upstreams-allow-listed";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

describe("ecr-immutable-and-scanned", () => {
  const control = ecrImmutableAndScanned;
  const repository = (props: object = {}) =>
    declare("ecr/repository:Repository", "r", {
      name: "scoring",
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      ...props,
    });
  const lifecycle = (of: Declared) =>
    declare("ecr/lifecyclePolicy:LifecyclePolicy", "l", { repository: ref(of, "name"), policy: "{}" });
  const registry = (filter: string, scanFrequency = "CONTINUOUS_SCAN") =>
    declare("ecr/registryScanningConfiguration:RegistryScanningConfiguration", "scans", {
      scanType: "ENHANCED",
      rules: [{ scanFrequency, repositoryFilters: [{ filter, filterType: "WILDCARD" }] }],
    });
  const one = repository();

  it("passes immutable tags, scans of the repository or the registry, and a lifecycle", () => {
    passes(control, [one, lifecycle(one)]);
    const unscanned = repository({ imageScanningConfiguration: { scanOnPush: false } });
    passes(control, [unscanned, lifecycle(unscanned), registry("*")]);
    const narrow = repository({
      imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
      imageTagMutabilityExclusionFilters: [{ filter: "latest*", filterType: "WILDCARD" }],
    });
    passes(control, [narrow, lifecycle(narrow)]);
  });

  it("finds each that is missing, off, or undone by a filter", () => {
    violates(control, [one], ["r (ecr/repository): lifecyclePolicy"]);
    for (const wrong of [undefined, "MUTABLE", "MUTABLE_WITH_EXCLUSION"]) {
      const bad = repository({ imageTagMutability: wrong });
      violates(control, [bad, lifecycle(bad)], ["r (ecr/repository): imageTagMutability"]);
    }
    const open = repository({
      imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
      imageTagMutabilityExclusionFilters: [{ filter: "*", filterType: "WILDCARD" }],
    });
    violates(
      control,
      [open, lifecycle(open)],
      ["r (ecr/repository): imageTagMutabilityExclusionFilters[0].filter"],
    );
    const unscanned = repository({ imageScanningConfiguration: undefined });
    const found = ["r (ecr/repository): imageScanningConfiguration.scanOnPush"];
    violates(control, [unscanned, lifecycle(unscanned)], found);
    violates(control, [unscanned, lifecycle(unscanned), registry("prod/*")], found);
    violates(control, [unscanned, lifecycle(unscanned), registry("*", "MANUAL")], found);
  });

  it("judges templates, after which caches make their repositories", () => {
    const template = (props: object) =>
      declare("ecr/repositoryCreationTemplate:RepositoryCreationTemplate", "t", { ...props });
    passes(control, [template({ imageTagMutability: "IMMUTABLE", lifecyclePolicy: "{}" })]);
    violates(
      control,
      [template({})],
      [
        "t (ecr/repositoryCreationTemplate): imageTagMutability",
        "t (ecr/repositoryCreationTemplate): lifecyclePolicy",
      ],
    );
  });

  it("has nothing to judge without a repository", () => notApplicable(control, [registry("*")]));
});

describe("ecr-upstreams-allow-listed", () => {
  const control = ecrUpstreamsAllowListed;
  const rule = (upstreamRegistryUrl: unknown) =>
    declare("ecr/pullThroughCacheRule:PullThroughCacheRule", "p", { upstreamRegistryUrl });
  const FOUND = ["p (ecr/pullThroughCacheRule): upstreamRegistryUrl"];
  const settings = { upstreamRegistries: ["public.ecr.aws"] };

  it("passes the company's registries and listed ones", () => {
    passes(control, [rule("111111111111.dkr.ecr.eu-central-1.amazonaws.com")]);
    passes(control, [rule("public.ecr.aws")], { settings });
  });

  it("finds any other, a stranger's, and one that only looks alike", () => {
    violates(control, [rule("public.ecr.aws")], FOUND);
    violates(control, [rule("registry-1.docker.io")], FOUND, { settings });
    violates(control, [rule("999999999999.dkr.ecr.eu-central-1.amazonaws.com")], FOUND, { settings });
    violates(control, [rule("public.ecr.aws.example.com")], FOUND, { settings });
    violates(control, [rule(undefined)], FOUND, { settings });
  });

  it("finds public repositories and replication to strangers", () => {
    violates(
      control,
      [declare("ecrpublic/repository:Repository", "p")],
      ["p (ecrpublic/repository): repositoryName"],
    );
    const replication = (registryId: string) =>
      declare("ecr/replicationConfiguration:ReplicationConfiguration", "r", {
        replicationConfiguration: { rules: [{ destinations: [{ region: "eu-central-1", registryId }] }] },
      });
    passes(control, [replication("111111111111")]);
    violates(
      control,
      [replication("999999999999")],
      ["r (ecr/replicationConfiguration): replicationConfiguration.rules[0].destinations[0].registryId"],
    );
  });

  it("waits for an upstream that is not known yet", () => {
    const url = declare("ssm/parameter:Parameter", "url", { value: "registry-1.docker.io" });
    defers(control, [url, rule(ref(url, "value"))], FOUND, FOUND);
  });
});

describe("container-images-approved", () => {
  const control = containerImagesApproved;
  const OURS = "222222222222.dkr.ecr.eu-central-1.amazonaws.com/prepare";
  const PINNED = `${OURS}@sha256:${"a".repeat(64)}`;
  const batch = (properties: object) =>
    declare("batch/jobDefinition:JobDefinition", "j", { containerProperties: JSON.stringify(properties) });
  const lambda = (imageUri: unknown) => declare("lambda/function:Function", "f", { imageUri });
  const project = (environment: object) => declare("codebuild/project:Project", "b", { environment });

  it("passes the company's images, in prod pinned", () => {
    passes(control, [batch({ image: PINNED, privileged: false })]);
    passes(control, [batch({ image: `${OURS}:1.2` })], { tier: "staging" });
    passes(control, [lambda(PINNED), lambda(undefined)]);
    passes(control, [project({ image: "aws/codebuild/amazonlinux-x86_64-standard:5.0" })]);
    passes(control, [batch({ image: "registry.acme.example/x:1" })], {
      tier: "dev",
      settings: { imageRegistries: ["registry.acme.example"] },
    });
  });

  it("finds other registries, and tags in prod, in every place that names an image", () => {
    violates(
      control,
      [batch({ image: `${OURS}:1.2` })],
      ["j (batch/jobDefinition): containerProperties.image"],
    );
    violates(
      control,
      [lambda("999999999999.dkr.ecr.eu-central-1.amazonaws.com/x:1")],
      ["f (lambda/function): imageUri"],
      {
        tier: "dev",
      },
    );
    violates(
      control,
      [project({ image: "docker.io/library/python:3" })],
      ["b (codebuild/project): environment.image"],
    );
    const task = declare("ecs/taskDefinition:TaskDefinition", "t", {
      containerDefinitions: JSON.stringify([{ image: PINNED }, { image: "python:3" }]),
    });
    violates(control, [task], ["t (ecs/taskDefinition): containerDefinitions[1].image"]);
    const nodes = declare("batch/jobDefinition:JobDefinition", "n", {
      nodeProperties: JSON.stringify({ nodeRangeProperties: [{ container: { image: "python:3" } }] }),
    });
    violates(
      control,
      [nodes],
      ["n (batch/jobDefinition): nodeProperties.nodeRangeProperties[0].container.image"],
    );
    const kubernetes = declare("batch/jobDefinition:JobDefinition", "k", {
      eksProperties: {
        podProperties: { containers: [{ image: "python:3", securityContext: { privileged: true } }] },
      },
    });
    violates(
      control,
      [kubernetes],
      [
        "k (batch/jobDefinition): eksProperties.podProperties.containers[0].image",
        "k (batch/jobDefinition): eksProperties.podProperties.containers[0].securityContext.privileged",
      ],
    );
  });

  it("finds images of agents, daemons and express services, and names in either case", () => {
    for (const [type, input, props] of [
      [
        "bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime",
        "agentRuntimeArtifact.containerConfiguration.containerUri",
        { agentRuntimeArtifact: { containerConfiguration: { containerUri: "docker.io/agent" } } },
      ],
      [
        "ecs/daemonTaskDefinition:DaemonTaskDefinition",
        "containerDefinitions[0].image",
        { containerDefinitions: [{ image: "docker.io/agent" }] },
      ],
      [
        "ecs/expressGatewayService:ExpressGatewayService",
        "primaryContainer.image",
        { primaryContainer: { image: "docker.io/agent" } },
      ],
      [
        "ecs/taskDefinition:TaskDefinition",
        "containerDefinitions[0].Image",
        { containerDefinitions: JSON.stringify([{ Image: "docker.io/agent" }]) },
      ],
    ] as const) {
      violates(control, [declare(type, "x", props)], [`x (${type.split(":")[0] ?? ""}): ${input}`]);
    }
    const task = declare("ecs/taskDefinition:TaskDefinition", "x", {
      containerDefinitions: JSON.stringify([{ Privileged: true }]),
    });
    violates(control, [task], ["x (ecs/taskDefinition): containerDefinitions[0].Privileged"]);
  });

  it("finds privileged containers", () => {
    violates(
      control,
      [batch({ image: PINNED, privileged: true })],
      ["j (batch/jobDefinition): containerProperties.privileged"],
    );
    violates(
      control,
      [project({ image: "aws/codebuild/standard:7.0", privilegedMode: true })],
      ["b (codebuild/project): environment.privilegedMode"],
    );
  });

  it("waits for what is not known yet", () => {
    const image = declare("ssm/parameter:Parameter", "p", { value: "python:3" });
    defers(
      control,
      [image, lambda(ref(image, "value"))],
      ["f (lambda/function): imageUri"],
      ["f (lambda/function): imageUri"],
    );
  });
});
