import * as pulumi from "@pulumi/pulumi";

/**
 * A value whose readers wait until some resources are there, besides the one that it comes from.
 *
 * Everything is asked for at once rather than one inside the other's `apply`: at a preview the inner callback is
 * never called while an id is unknown, and nobody would know that the value comes from its own resource.
 * @param value What is given, as an output of the resource that it belongs to.
 * @param resources What has to be created before anyone uses it.
 */
export function onceCreated(
  value: pulumi.Output<string>,
  resources: readonly pulumi.CustomResource[],
): pulumi.Output<string> {
  const created = pulumi.all(resources.map(({ id }) => id));
  return pulumi.all([value, created]).apply(([given]) => given);
}
