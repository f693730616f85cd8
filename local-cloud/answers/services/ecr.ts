import type { ServiceFacts } from "../resource-facts";

/** Container images and packages. */
export const ECR: ServiceFacts = {
  "aws:ecr/repository:Repository": {
    id: "{name}",
    arn: "arn:{partition}:ecr:{region}:{account}:repository/{name}",
    outputs: { repositoryUrl: "{account}.dkr.ecr.{region}.amazonaws.com/{name}" },
    unique: "account",
  },
  "aws:ecr/repositoryPolicy:RepositoryPolicy": { id: "{repository}" },
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": { id: "{repository}" },
  "aws:ecr/registryPolicy:RegistryPolicy": { id: "{account}" },
  "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": { id: "{account}" },
  "aws:ecr/pullThroughCacheRule:PullThroughCacheRule": { id: "{ecrRepositoryPrefix}" },
  "aws:codeartifact/domain:Domain": {
    id: "arn:{partition}:codeartifact:{region}:{account}:domain/{domain}",
    arn: "{id}",
    outputs: { owner: "{account}" },
    unique: "account",
  },
  "aws:codeartifact/repository:Repository": {
    id: "arn:{partition}:codeartifact:{region}:{account}:repository/{domain}/{repository}",
    arn: "{id}",
    outputs: { administratorAccount: "{account}", domainOwner: "{account}" },
  },
};
