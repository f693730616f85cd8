import { allow, arn, type Scope, type Statement } from "../../secure";

/** An ECR address pinned by digest: account, region and repository. */
const ECR_IMAGE =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([a-z0-9._/-]+)@sha256:[0-9a-f]{64}$/;

/** An image that is not in ECR or not pinned by digest: the config should have refused it. */
export class ImageError extends Error {}

/**
 * The ARN of the repository that holds an image.
 * @throws ImageError when the image is not in ECR or not pinned by digest.
 */
export function repositoryArn(scope: Scope, image: string): string {
  const [, account, region, repository] = ECR_IMAGE.exec(image) ?? [];
  if (account === undefined || region === undefined || repository === undefined) {
    throw new ImageError(`The image "${image}" is not an ECR address pinned by digest.`);
  }
  return arn(scope, "ecr", `repository/${repository}`, { account, region });
}

/** The ARN pattern of the company's own repositories, which the shared account keeps. */
export function companyRepositories(scope: Scope): string {
  return arn(scope, "ecr", `repository/${scope.company.name}/*`, { account: scope.company.accounts.shared });
}

/** Lets a role pull images from the named repositories. */
export function pullImages(repositories: readonly string[]): Statement[] {
  return [
    allow("PullImages", {
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: repositories,
    }),
    // AWS knows no resource for this action: the token opens only what the statement above allows.
    allow("LogInToRegistry", { Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] }),
  ];
}
