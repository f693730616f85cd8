/**
 * A version in a model package group: partition, region, account, group and version.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
 */
export const MODEL_PACKAGE_ARN =
  /^arn:(aws(?:-cn)?):sagemaker:([a-z0-9-]+):(\d{12}):model-package\/([a-z0-9](?:-?[a-z0-9]){0,62})\/([1-9]\d{0,8})$/;

/** What the ARN of a version of a model package says. */
export interface ModelPackage {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** The name of the group, as AWS knows it. */
  readonly group: string;
}

/** Reads the ARN of a version of a model package; undefined when it is none. */
export function parseModelPackage(arn: string): ModelPackage | undefined {
  const [, partition, region, account, group] = MODEL_PACKAGE_ARN.exec(arn) ?? [];
  if (partition === undefined || region === undefined || account === undefined || group === undefined) {
    return undefined;
  }
  return { partition, region, account, group };
}
