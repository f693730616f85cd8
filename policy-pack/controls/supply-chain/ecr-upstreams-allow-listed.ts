import {
  type Context,
  deferred,
  type Finding,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

const PULL_THROUGH = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";
const PUBLIC_REPOSITORY = "aws:ecrpublic/repository:Repository";
const REPLICATION = "aws:ecr/replicationConfiguration:ReplicationConfiguration";

export const ecrUpstreamsAllowListed: ResourceControl = {
  kind: "resource",
  name: "ecr-upstreams-allow-listed",
  description:
    "Images are pulled through from approved registries, no repository is public, and none is replicated to strangers.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A pull-through rule makes another registry's images look like one's own, and a public repository shows everybody what runs here.",
  fix: {
    text: "Pull through from the registries listed in policy-pack/company.json, and keep repositories private.",
    code: `new ecr.PullThroughCacheRule("base", { ecrRepositoryPrefix: "base", upstreamRegistryUrl: "public.ecr.aws" });`,
  },
  frameworks: { nist: ["CM-7(5)", "SR-3"] },
  types: [PULL_THROUGH, PUBLIC_REPOSITORY, REPLICATION],
  check: (subject, context) => {
    switch (subject.type) {
      case PUBLIC_REPOSITORY:
        return [violation(subject, "repositoryName", "a public repository", "a private repository")];
      case PULL_THROUGH:
        return judgeUpstream(subject, context);
      default:
        return judgeRegistries(subject, context);
    }
  },
};

function judgeUpstream(rule: Subject, { settings }: Context): readonly Finding[] {
  const accounts = Object.values(settings.accounts).flat();
  const isApproved = (value: unknown) => {
    const host =
      String(value)
        .replace(/^https?:\/\//, "")
        .split("/")[0] ?? "";
    const account = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\./.exec(host)?.[1];
    return (
      settings.upstreamRegistries.includes(host) || (account !== undefined && accounts.includes(account))
    );
  };
  const listed = settings.upstreamRegistries.join(", ");
  const required = `a registry of the company's accounts${listed === "" ? "" : `, or ${listed}`}`;
  return mustBe(rule, "upstreamRegistryUrl", isApproved, required);
}

/** Every registry that images are copied to is one of the company's. */
function judgeRegistries(subject: Subject, { settings }: Context): readonly Finding[] {
  const accounts = Object.values(settings.accounts).flat();
  const rules = subject.properties.list("replicationConfiguration.rules");
  if (accounts.length === 0 || rules.state === "unset") return [];
  if (rules.state === "unknown") return [deferred(subject, "replicationConfiguration")];
  return rules.value.flatMap(({ path, properties }) => {
    const destinations = properties.list("destinations");
    if (destinations.state === "unknown") return [deferred(subject, `${path}.destinations`)];
    if (destinations.state === "unset") return [];
    return destinations.value.flatMap((_, i) =>
      mustBe(
        subject,
        `${path}.destinations[${i}].registryId`,
        (value) => accounts.some((account) => account === value),
        `an account of ${accounts.join(", ")}`,
      ),
    );
  });
}
