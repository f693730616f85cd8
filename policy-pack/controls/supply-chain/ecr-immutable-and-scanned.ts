import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isText,
  isTrue,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { accountOf } from "../../iam/account";
import { judgeEach } from "../judge-each";

const REPOSITORY = "aws:ecr/repository:Repository";
const TEMPLATE = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";
const LIFECYCLE = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
const REGISTRY_SCANS = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

export const ecrImmutableAndScanned: GraphControl = {
  kind: "graph",
  name: "ecr-immutable-and-scanned",
  description: "Image repositories keep tags as they are, scan what is pushed, and expire old images.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A tag that can be moved is how yesterday's tested image becomes today's backdoor, and an image that nobody scans keeps its holes.",
  fix: {
    text: "Make tags immutable, scan on push or for the whole registry, and add a lifecycle policy.",
    code: `const repository = new ecr.Repository("scoring", {
  ..., imageTagMutability: "IMMUTABLE", imageScanningConfiguration: { scanOnPush: true },
});
new ecr.LifecyclePolicy("scoring", { repository: repository.name, policy });`,
  },
  frameworks: {
    nist: ["RA-5", "SI-2"],
    fsbp: ["ECR.1", "ECR.2", "ECR.3"],
    checkov: ["CKV_AWS_51", "CKV_AWS_163"],
  },
  check: (graph) =>
    judgeEach(graph.byType(REPOSITORY, TEMPLATE), (node) => [
      ...judgeTags(node),
      ...(node.type === REPOSITORY
        ? [...judgeScans(graph, node), ...judgeLifecycle(graph, node)]
        : judgeTemplate(node)),
    ]),
};

/** Tags can be moved unless it is said. Filters take some tags out again; one that takes out all is no rule. */
function judgeTags(node: Node): readonly Finding[] {
  const isImmutable = (value: unknown) => value === "IMMUTABLE" || value === "IMMUTABLE_WITH_EXCLUSION";
  const property = "imageTagMutabilityExclusionFilters";
  const filters = node.properties.list(property);
  return [
    ...mustBe(node, "imageTagMutability", isImmutable, '"IMMUTABLE"'),
    ...(filters.state === "unknown" ? [deferred(node, property)] : []),
    ...(filters.state === "known" ? filters.value : []).flatMap(({ path, properties }) => {
      const filter = properties.get("filter");
      const isNarrow = filter.state !== "known" || /[^*?]{2}/.test(String(filter.value));
      return isNarrow && filter.state !== "unknown"
        ? []
        : [violation(node, `${path}.filter`, filter, "a filter that leaves most tags as they are")];
    }),
  ];
}

/** The registry's own rules go before the repository's switch. */
function judgeScans(graph: Graph, repository: Node): readonly Finding[] {
  const registry = graph.byType(REGISTRY_SCANS).filter((one) => accountOf(one) === accountOf(repository));
  if (registry.some((one) => scansEverything(one))) return [];
  return mustBe(
    repository,
    "imageScanningConfiguration.scanOnPush",
    isTrue,
    "true, or a registry that scans every repository",
  );
}

function scansEverything(registry: Node): boolean {
  const rules = registry.properties.list("rules");
  if (rules.state !== "known") return false;
  return rules.value.some(({ properties }) => {
    const frequency = properties.get("scanFrequency");
    const filters = properties.list("repositoryFilters");
    return (
      frequency.state === "known" &&
      frequency.value !== "MANUAL" &&
      filters.state === "known" &&
      filters.value.some((one) => {
        const filter = one.properties.get("filter");
        return filter.state === "known" && filter.value === "*";
      })
    );
  });
}

function judgeLifecycle(graph: Graph, repository: Node): readonly Finding[] {
  return graph.pointingTo(repository, "repository", LIFECYCLE).length > 0
    ? []
    : [
        violation(
          repository,
          "lifecyclePolicy",
          "no LifecyclePolicy",
          "a LifecyclePolicy that expires old images",
        ),
      ];
}

/** A template is what repositories are made after that nobody declares: those of a pull-through cache. */
function judgeTemplate(template: Node): readonly Finding[] {
  return mustBe(template, "lifecyclePolicy", isText, "a lifecycle policy", { unknown: true });
}
