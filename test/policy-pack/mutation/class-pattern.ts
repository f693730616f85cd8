/** What the name of a class must match in whole, `*` standing for any text: `aws:kms/key:Key | tags.* | changed`. */
export function classPattern(classes: string): RegExp {
  const escaped = classes.split("*").map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`);
}
