const ROOT = "pulumi:pulumi:Stack";

/**
 * A URN by the engine's own rule: the types of all ancestors, the stack's root apart.
 * https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
export function engineUrn(
  project: string,
  stack: string,
  type: string,
  name: string,
  parent: string,
): string {
  const parentType = parent.split("::")[2] ?? "";
  const qualified = parentType === "" || parentType === ROOT ? type : `${parentType}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}
