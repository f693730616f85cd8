import type { Context, Finding } from "../contract/control";
import type { Properties, Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { deferred, isText, violation } from "../core/findings";
import { leavesNamed } from "../core/walk";
import { accountOf } from "../iam/account";
import awsAccounts from "../tables/sagemaker-image-accounts.json";

/**
 * The accounts in which AWS keeps SageMaker's own images and the deep learning containers, of every region, as the
 * SageMaker Python SDK lists them (`image_uri_config`):
 * https://docs.aws.amazon.com/sagemaker/latest/dg-ecr-paths/sagemaker-algo-docker-registry-paths.html
 */
const AWS_ACCOUNTS: ReadonlySet<string> = new Set(awsAccounts.flatMap((line) => line.split(" ")));

/**
 * An image in a private ECR registry: `222222222222.dkr.ecr.eu-central-1.amazonaws.com/scoring@sha256:…`. The domain is
 * one of a partition's own; what ends in any other is somebody else's host.
 * https://docs.aws.amazon.com/general/latest/gr/ecr.html
 */
const ECR_IMAGE =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|on\.aws|on\.amazonwebservices\.com\.cn|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)\/[^@]+?(@sha256:[0-9a-f]{64})?$/;

/** The names that inputs and arguments give to images. */
const IMAGE_NAMES = ["baseImage", "image", "imageUri", "ruleEvaluatorImage", "trainingImage"].flatMap(
  (name) => [name, name.charAt(0).toUpperCase() + name.slice(1)],
);

/** The names that inputs and arguments give to what stands for an image of its owner's. */
const PRODUCT_NAMES = ["algorithmName", "AlgorithmName", "modelPackageName", "ModelPackageName"];

/** An algorithm or a model package by its ARN; one by its name is of the account itself. */
const PRODUCT = /^arn:[^:]+:sagemaker:[^:]*:(\d{12}):(?:algorithm|model-package)\//;

/**
 * Findings for every image somewhere inside one property. What is unknown as a whole, or an element of it, may hold an
 * image like any other.
 * @param path Where the property stands in its resource.
 */
export function judgeImagesAt(
  subject: Subject,
  properties: Properties,
  property: string,
  path: string,
  context: Context,
): readonly Finding[] {
  const value = properties.get(property);
  if (value.state === "unknown") return [deferred(subject, path)];
  const list = properties.list(property);
  const unknown = list.state === "known" ? list.value.filter((each) => each.value.state === "unknown") : [];
  return [
    ...leavesNamed(value, path, IMAGE_NAMES).flatMap((leaf) =>
      judgeImage(subject, leaf.path, leaf.value, context),
    ),
    ...leavesNamed(value, path, PRODUCT_NAMES).flatMap((leaf) =>
      judgeProduct(subject, leaf.path, leaf.value, context),
    ),
    ...unknown.map((each) => deferred(subject, each.path)),
  ];
}

/** Findings for one image: it comes from an approved registry, and in prod is pinned by its digest. */
export function judgeImage(
  subject: Subject,
  path: string,
  value: Value,
  context: Context,
): readonly Finding[] {
  if (value.state === "unset") return [];
  if (value.state === "unknown") return [deferred(subject, path)];
  const image = isText(value.value) ? value.value : "";
  const fromEcr = ECR_IMAGE.exec(image);
  const isApproved =
    fromEcr === null ? isListed(image, context) : isApprovedAccount(fromEcr[1] ?? "", subject, context);
  if (!isApproved) {
    return [
      violation(
        subject,
        path,
        value,
        "an image of an approved registry: ECR in an account of the organization",
        {
          finding: `Registry::${image.split("/")[0] ?? ""}`,
        },
      ),
    ];
  }
  if (context.tier !== "prod" || /@sha256:[0-9a-f]{64}$/.test(image)) return [];
  return [violation(subject, path, value, "an image pinned by its digest, in prod", { finding: "Digest" })];
}

/** Findings for an algorithm or a model package, which brings its owner's image with it. */
function judgeProduct(subject: Subject, path: string, value: Value, context: Context): readonly Finding[] {
  const owner = value.state === "known" ? PRODUCT.exec(String(value.value))?.[1] : undefined;
  if (owner === undefined || isApprovedAccount(owner, subject, context)) return [];
  const required = "an algorithm or a model package of an account of the organization";
  return [violation(subject, path, value, required, { finding: `Registry::${owner}` })];
}

/** Without accounts in the settings, and without one in the provider, every account may be one's own. */
function isApprovedAccount(account: string, subject: Subject, { settings }: Context): boolean {
  if (AWS_ACCOUNTS.has(account) || settings.imageRegistries.includes(account)) return true;
  const own = accountOf(subject);
  const known = [...Object.values(settings.accounts).flat(), ...(own === undefined ? [] : [own])];
  return known.length === 0 || known.includes(account);
}

/** Whether an image comes from a registry that the settings list by its host. */
function isListed(image: string, { settings }: Context): boolean {
  const host = image.split("/")[0] ?? "";
  return image.includes("/") && settings.imageRegistries.includes(host);
}
