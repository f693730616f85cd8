/** A resource as people speak of it: `s3/Bucket fraud-data`, from its URN. */
export function resourceName(urn: string): string {
  const { type, name } = partsOf(urn);
  const [provider = "", moduleName = "", kind = ""] = type.split(":");
  if (provider === "pulumi") return `${kind} ${name}`;
  const service = moduleName.split("/")[0] ?? "";
  return `${service}/${kind} ${name}`;
}

/** The own type and the name in a URN: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. */
export function partsOf(urn: string): { readonly type: string; readonly name: string } {
  const [, , types = "", ...name] = urn.split("::");
  return { type: types.split("$").at(-1) ?? "", name: name.join("::") };
}
